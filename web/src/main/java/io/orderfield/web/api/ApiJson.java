package io.orderfield.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderfield.kernel.Json;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.web.problem.Reader;
import java.util.Map;

/** The product's JSON with what only the API needs: nulls are written, and changes are told as old and new. */
final class ApiJson {
    private static final ObjectMapper MAPPER = Json.configured()
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            // what a view tells its pages beside what it consists of
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addMixIn(FieldChange.class, OldAndNew.class)
            .addMixIn(LineItemRevision.class, Scalars.class)
            .addModule(Reader.sentences())
            .build();

    private ApiJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** What type a characteristic's value has is decided by the catalog. */
    private interface Scalars {
        @JsonDeserialize(contentUsing = ScalarText.class)
        Map<String, String> characteristics();
    }

    /** How clients read a {@link FieldChange}; messages say it otherwise. */
    private interface OldAndNew {
        @JsonProperty("old")
        String oldValue();

        @JsonProperty("new")
        String newValue();
    }
}
