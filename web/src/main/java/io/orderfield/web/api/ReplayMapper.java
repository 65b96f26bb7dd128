package io.orderfield.web.api;

import io.orderfield.om.idempotency.StoredAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;

/** Gives the first answer again, word for word; the header {@code Idempotent-Replayed} tells it apart. */
@Provider
public class ReplayMapper implements ExceptionMapper<AnswerReplayed> {
    @Override
    public Response toResponse(AnswerReplayed replayed) {
        StoredAnswer first = replayed.answer();
        Response.ResponseBuilder answer = Response.status(first.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(first.body().getBytes(StandardCharsets.UTF_8))
                .header("Idempotent-Replayed", "true");
        if (first.location() != null) {
            answer.header(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            answer.header(HttpHeaders.ETAG, first.etag());
        }
        return answer.build();
    }
}
