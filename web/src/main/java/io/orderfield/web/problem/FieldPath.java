package io.orderfield.web.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;

/** The path of a member in a JSON body as clients write it: {@code lineItems[0].quantity}. */
final class FieldPath {
    private FieldPath() {}

    /** Empty when the body as a whole has the wrong type. */
    static String of(JsonMappingException failure) {
        return of(failure.getPath());
    }

    private static String of(List<Reference> path) {
        StringBuilder text = new StringBuilder();
        for (Reference reference : path) {
            if (reference.getFieldName() == null) {
                text.append('[').append(reference.getIndex()).append(']');
            } else {
                text.append(text.length() == 0 ? "" : ".").append(reference.getFieldName());
            }
        }
        return text.toString();
    }
}
