package io.orderfield.web.policy;

/** The media types of tables as files. */
final class TableMedia {
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** For who asks for that alone: who takes anything gets JSON. */
    static final String ALSO_CSV = CSV + ";qs=0.5";

    static final String ALSO_XLSX = XLSX + ";qs=0.5";

    private TableMedia() {}
}
