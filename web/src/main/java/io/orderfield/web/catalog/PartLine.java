package io.orderfield.web.catalog;

import io.orderfield.om.catalog.PartView;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part in the form of a specification. */
public final class PartLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String code;
    private @Nullable Integer factor = 1;

    static PartLine of(PartView view) {
        PartLine line = new PartLine();
        line.code = view.code();
        line.factor = view.factor();
        return line;
    }

    /** A factor that was left out is refused by the service, like any that is too small. */
    PartView command() {
        return new PartView(Objects.toString(code, "").strip(), Objects.requireNonNullElse(factor, 0));
    }

    /** In words, for comparing. */
    static String words(List<PartView> parts) {
        return String.join(
                "\n", parts.stream().map(p -> p.code() + " × " + p.factor()).toList());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable Integer getFactor() {
        return factor;
    }

    public void setFactor(@Nullable Integer factor) {
        this.factor = factor;
    }
}
