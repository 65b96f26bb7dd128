package io.orderfield.web.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.orderfield.kernel.Json;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Locale;

/** Who reads what this server answers: here sentences become words, in the reader's language. */
public final class Reader {
    private static final Wording WORDING = new Wording(Reader.class, "web", "om", "fsm", "rules", "kernel");

    private static final ObjectWriter JSON =
            Json.configured().addModule(sentences()).build().writer();

    private Reader() {}

    /** The sentence as a reader of this language reads it. */
    public static String reads(Locale language, Sentence sentence) {
        return WORDING.in(language, sentence);
    }

    /**
     * The language that a caller likes best; English where none is asked for. What is no list of languages asks for none: a
     * request is answered before anybody has looked at it, and the container's own reading would leave an incident.
     */
    public static Locale language(HttpServletRequest request) {
        String wished = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return wished == null
                    ? Locale.ENGLISH
                    : Locale.LanguageRange.parse(wished).stream()
                            .filter(range -> range.getWeight() > 0)
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .filter(locale -> !locale.getLanguage().isEmpty())
                            .findFirst()
                            .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** For mappers whose writers know the {@linkplain ObjectWriter#with(Locale) language}: a sentence is written as a text. */
    public static SimpleModule sentences() {
        return new SimpleModule("sentences").addSerializer(Sentence.class, new InWords());
    }

    /** A document for a reader of this language. */
    public static byte[] json(Locale language, Object document) throws IOException {
        return JSON.with(language).writeValueAsBytes(document);
    }

    private static final class InWords extends StdScalarSerializer<Sentence> {
        private static final long serialVersionUID = 1L;

        InWords() {
            super(Sentence.class);
        }

        @Override
        public void serialize(Sentence sentence, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(reads(provider.getLocale(), sentence));
        }
    }
}
