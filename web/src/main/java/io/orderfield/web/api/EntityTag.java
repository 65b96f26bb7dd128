package io.orderfield.web.api;

import io.orderfield.kernel.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags: a record's version in quotes. {@code If-Match} compares strongly, so a weak tag matches nothing. */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]{0,200})\"");

    private EntityTag() {}

    static String of(String opaque) {
        return "\"" + opaque + "\"";
    }

    /** The version in an {@code If-Match} header; null for no header and for {@code *}. */
    static @Nullable Long version(@Nullable String ifMatch) {
        String opaque = opaque(ifMatch);
        if (opaque == null) {
            return null;
        }
        if (!isVersion(opaque)) {
            throw stale();
        }
        return Long.valueOf(opaque);
    }

    /** What stands between the quotes of an {@code If-Match} header; null for no header and for {@code *}. */
    static @Nullable String opaque(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusal.invalid("invalid-if-match");
        }
        if (tag.group(1) != null) {
            throw stale();
        }
        return tag.group(2);
    }

    static boolean isVersion(String opaque) {
        return opaque.matches("\\d{1,18}");
    }

    static Refusal stale() {
        return Refusal.of(Refusal.Kind.STALE, "stale.tag");
    }
}
