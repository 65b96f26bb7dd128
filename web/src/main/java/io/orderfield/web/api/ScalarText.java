package io.orderfield.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a text, number or boolean as text: for values whose type the catalog decides, such as characteristics. */
public final class ScalarText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    public ScalarText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric() || token.isBoolean()) {
            return parser.getText();
        }
        return context.readValue(parser, String.class);
    }
}
