package io.orderfield.web.api;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query and path parameters; a wrong one is 400 and named, where the runtime's own conversion would say 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    private record Form(Function<String, Object> parse, String type) {}

    private static final Map<Class<?>, Form> FORMS = Map.of(
            Instant.class, new Form(Instant::parse, "instant"),
            Integer.class, new Form(Integer::valueOf, "wholeNumber"),
            Long.class, new Form(Long::valueOf, "wholeNumber"),
            LocalDate.class, new Form(LocalDate::parse, "date"),
            Boolean.class, new Form(ParameterConverters::truth, "boolean"),
            UUID.class, new Form(UUID::fromString, "uuid"),
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
            if (value == null || value.isEmpty() && !form.type().equals("text")) {
                return null;
            }
            try {
                return form.parse().apply(value);
            } catch (RuntimeException e) {
                throw Refusal.invalid(name, Sentence.of("field.mustBe").with("type", form.type()));
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
