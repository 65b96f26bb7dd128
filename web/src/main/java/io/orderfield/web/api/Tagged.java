package io.orderfield.web.api;

/** A record of an answer that has an entity tag. */
public interface Tagged {
    /** The entity tag without quotes: the record's version. */
    String tag();
}
