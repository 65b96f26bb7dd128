package io.orderfield.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An upload on its way in, in a temporary file: nothing of it stays in memory, and no lock waits for a slow sender.
 *
 * @param content the whole of it, once; the file is gone when it is closed
 * @param hash SHA-256 in hexadecimal digits
 */
public record Spool(InputStream content, String hash) {
    private static final int PIECE = 65_536;

    /**
     * Reads an upload to its end.
     *
     * @param limit most bytes that are kept
     * @return null when there is more than the limit; so much more was read and thrown away as a client may be patient for
     */
    public static @Nullable Spool of(InputStream from, long limit) throws IOException {
        Path file = Files.createTempFile("orderfield", ".upload");
        boolean kept = false;
        try {
            String hash = write(from, file, limit);
            if (hash == null) {
                return null;
            }
            InputStream content =
                    Files.newInputStream(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
            kept = true;
            return new Spool(content, hash);
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static @Nullable String write(InputStream from, Path file, long limit) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        long length = 0;
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
                length += n;
                if (length > 2 * limit) {
                    return null;
                }
                if (length <= limit) {
                    digest.update(piece, 0, n);
                    to.write(piece, 0, n);
                }
            }
        }
        return length > limit ? null : HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
