package io.orderfield.om.policy;

/** A version that this release can't make anything of that decides. */
final class TableNotBuiltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableNotBuiltException(String table, int version, RuntimeException cause) {
        super("version " + version + " of the decision table " + table + " could not be built", cause);
    }
}
