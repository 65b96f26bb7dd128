package io.orderfield.web.api;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters; a wrong one is 400 and named, where the runtime's own conversion would say 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    private record Form(Function<String, Object> parse, String words) {}

    private static final Map<Class<?>, Form> FORMS = Map.of(
            Instant.class, new Form(Instant::parse, "an instant such as 2026-03-31T08:00:00Z"),
            Integer.class, new Form(Integer::valueOf, "a whole number"),
            Long.class, new Form(Long::valueOf, "a whole number"),
            LocalDate.class, new Form(LocalDate::parse, "a date such as 2026-03-31"),
            Boolean.class, new Form(ParameterConverters::truth, "true or false"),
            UUID.class, new Form(UUID::fromString, "a UUID"),
            String.class, new Form(ParameterConverters::storable, "text"));

    @Override
    @SuppressWarnings("unchecked") // each form parses to the class that it is registered for
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Form form = FORMS.get(type);
        String name = name(annotations);
        return form == null ? null : (ParamConverter<T>) new Converter(name, form);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("null character");
        }
        return text;
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam parameter) {
                return parameter.value();
            }
            if (annotation instanceof PathParam parameter) {
                return parameter.value();
            }
        }
        return "parameter";
    }

    private record Converter(String name, Form form) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String value) {
            if (value == null || value.isEmpty() && !form.words().equals("text")) {
                return null;
            }
            try {
                return form.parse().apply(value);
            } catch (RuntimeException e) {
                throw Refusal.invalid(List.of(new FieldProblem(name, "must be " + form.words())));
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
