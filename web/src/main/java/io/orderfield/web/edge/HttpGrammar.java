package io.orderfield.web.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a header or an address may look like (RFC 9110, RFC 3986), as far as the libraries behind would stumble over
 * anything else. Where clients are known to be sloppy and the libraries don't mind, so is this.
 */
final class HttpGrammar {
    /** Longer ones are nobody's honest preference, and would be slow to match. */
    private static final int LONGEST = 2_000;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"[^\"\\\\\\p{Cntrl}]*+\"";
    private static final String PARAMETERS =
            "(?:[ \\t]*+;[ \\t]*+" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))*+[ \\t]*+";
    private static final String QUALITY = "[ \\t]*+;[ \\t]*+[qQ]=(?![0-9]*+\\.?+[0-9]*+[ \\t]*+(?:[;,]|$))";

    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    private static final Pattern RANGES = Pattern.compile(list("(?:" + TOKEN + "/" + TOKEN + "|\\*)" + PARAMETERS));
    private static final Pattern LANGUAGES = Pattern.compile(list("[*0-9A-Za-z-]++" + PARAMETERS));
    private static final Pattern NO_QUALITY = Pattern.compile(QUALITY);
    private static final Pattern HOST = Pattern.compile("(?:[0-9A-Za-z._~-]++|\\[[0-9A-Fa-f:.]++])(?::[0-9]{0,5})?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[\\w.~!$&'()*+,;=:@/?-]|[^\\x00-\\x7f]|%[0-9A-Fa-f]{2})*+");

    private HttpGrammar() {}

    private static String list(String element) {
        return "[ \\t]*+" + element + "(?:,[ \\t]*+" + element + ")*+";
    }

    /** Of a {@code Content-Type}. */
    static boolean isMediaType(String text) {
        return matches(MEDIA_TYPE, text) && text.indexOf('*') < 0;
    }

    /** Of an {@code Accept}. */
    static boolean isAccept(String text) {
        return matches(RANGES, text) && !NO_QUALITY.matcher(text).find();
    }

    /** Of an {@code Accept-Language}. */
    static boolean isLanguages(String text) {
        return matches(LANGUAGES, text) && !NO_QUALITY.matcher(text).find();
    }

    /** Of a {@code Host}. */
    static boolean isHost(String text) {
        return matches(HOST, text);
    }

    /** Of a {@code Content-Length}. */
    static boolean isLength(String text) {
        return matches(LENGTH, text);
    }

    /** Of a path or a query as they were sent: no character that must be encoded, and UTF-8 behind the encoding. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && isUtf8(text);
    }

    private static boolean matches(Pattern pattern, String text) {
        return text.length() <= LONGEST && pattern.matcher(text).matches();
    }

    private static boolean isUtf8(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put(c < 0x80 ? (byte) c : (byte) '?');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
