package io.orderfield.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view whose entity tag counts the changes of its record, beside a version that means something to people. */
public interface Revised extends Tagged {
    /** Rises with every change of the record; clients read it in the entity tag alone. */
    @JsonIgnore
    long revision();

    @Override
    default String etag() {
        return Long.toString(revision());
    }
}
