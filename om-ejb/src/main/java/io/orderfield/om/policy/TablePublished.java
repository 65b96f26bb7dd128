package io.orderfield.om.policy;

import io.orderfield.rules.CompiledTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody published a version of a table.
 *
 * @param built the version, ready to decide
 * @param replaces the version that decided until then
 * @param at from when on it decides; null: at once
 * @param differences how many things differ from the version that it replaces
 */
record TablePublished(
        CompiledTable built, int replaces, @Nullable Instant at, String by, String reason, int differences) {
    /** For the log, as one line: nobody writes another one by a reason. */
    String sentence() {
        return "Decision table " + built.table().shape().code() + ": version " + built.version() + " published by " + by
                + " in place of " + replaces + (at == null ? "" : " from " + at + " on") + ", " + differences
                + " differences: " + reason.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ");
    }
}
