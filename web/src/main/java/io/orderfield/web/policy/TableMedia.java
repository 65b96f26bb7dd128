package io.orderfield.web.policy;

import io.orderfield.rules.files.TableFiles.Format;
import java.util.Locale;

/** The media types of tables as files, and what the files are called. */
final class TableMedia {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** For who asks for that alone: who takes anything gets JSON. */
    static final String ALSO_CSV = CSV + ";qs=0.5";

    static final String ALSO_XLSX = XLSX + ";qs=0.5";

    static final String DMN = "application/dmn+xml";

    private TableMedia() {}

    static String of(Format format) {
        return switch (format) {
            case CSV -> CSV;
            case XLSX -> XLSX;
        };
    }

    static String draft(String table, Format format) {
        return table + "-draft." + extension(format);
    }

    static String replay(String table, Format format) {
        return table + "-replay." + extension(format);
    }

    static String version(String table, int version, Format format) {
        return table + "-v" + version + '.' + extension(format);
    }

    static String dmn(String table, int version) {
        return table + "-v" + version + ".dmn";
    }

    private static String extension(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
