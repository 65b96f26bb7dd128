package io.orderfield.om.policy;

/** Somebody took back a version before its time. */
record PublicationWithdrawn(String table, int version, String by) {
    /** For the log. */
    String sentence() {
        return "Decision table " + table + ": planned version " + version + " withdrawn by " + by;
    }
}
