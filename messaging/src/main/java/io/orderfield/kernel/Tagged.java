package io.orderfield.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of a record of which clients are told by an entity tag, in a header, which version they have seen. */
public interface Tagged {
    /** The entity tag without quotes. */
    @JsonIgnore
    String etag();
}
