package io.orderfield.kernel;

/** A view whose entity tag is the version of its record. */
public interface Versioned extends Tagged {
    /** Rises with every change of the record. */
    long version();

    @Override
    default String etag() {
        return Long.toString(version());
    }
}
