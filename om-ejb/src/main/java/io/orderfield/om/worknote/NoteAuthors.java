package io.orderfield.om.worknote;

/** The names that notes show for people. */
public interface NoteAuthors {
    /** The display name of a user, or the user name itself where the directory does not know it. */
    String displayName(String username);
}
