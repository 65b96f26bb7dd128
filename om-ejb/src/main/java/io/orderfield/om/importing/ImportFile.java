package io.orderfield.om.importing;

import java.nio.charset.Charset;

/**
 * A file to import.
 *
 * @param format how it is written
 * @param charset how the text of CSV is encoded; JSON is UTF-8 always
 * @param content its bytes; a record of the service's call, so nobody changes them
 */
public record ImportFile(ImportKind kind, Format format, Charset charset, byte[] content) {
    /** How the rows are written. */
    public enum Format {
        /** A header line with the names of the fields, then one line per row; comma, semicolon or tab between cells. */
        CSV,
        /** An array of objects. */
        JSON
    }
}
