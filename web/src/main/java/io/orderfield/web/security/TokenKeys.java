package io.orderfield.web.security;

import io.orderfield.kernel.Shared;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The keys of tokens: the first signs, all are good for checking. They come from {@code TOKEN_KEYS}, else from a file,
 * which is drawn when there is none and read again as soon as it changes: so a key is replaced while the server runs.
 */
@Shared
public class TokenKeys {
    private static final Logger LOG = System.getLogger(TokenKeys.class.getName());

    private record Known(List<TokenKey> keys, @Nullable Object stamp) {}

    private final @Nullable Path file;
    private volatile Known known;

    @Inject
    TokenKeys(
            @ConfigProperty(name = "TOKEN_KEYS") Optional<String> given,
            @ConfigProperty(name = "TOKEN_KEYS_FILE") String name) {
        if (given.isPresent()) {
            file = null;
            known = new Known(TokenKey.of(given.get()), null);
        } else {
            file = Path.of(name);
            known = first(file);
        }
    }

    /** The key that signs now. */
    TokenKey signing() {
        return current().get(0);
    }

    /** The key of this id, when it is still good. */
    Optional<TokenKey> find(String id) {
        return current().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private List<TokenKey> current() {
        Path from = file;
        if (from != null) {
            Object stamp = stamp(from);
            Known before = known;
            if (!stamp.equals(before.stamp())) {
                known = new Known(again(from, before.keys()), stamp);
            }
        }
        return known.keys();
    }

    private static List<TokenKey> again(Path from, List<TokenKey> before) {
        try {
            List<TokenKey> keys = read(from);
            LOG.log(Level.INFO, "The keys of tokens were read again; there are {0}.", keys.size());
            return keys;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "The keys of tokens stay as they were: " + from + " can't be read", e);
            return before;
        }
    }

    private static Known first(Path file) {
        try {
            drawUnlessThere(file);
            Object stamp = stamp(file);
            return new Known(read(file), stamp);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of tokens: " + file, e);
        }
    }

    /** Another one with every change. */
    private static Object stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<TokenKey> read(Path file) throws IOException {
        return TokenKey.of(Files.readString(file));
    }

    /** Of nodes that share the file, one draws and the others wait for it. */
    private static void drawUnlessThere(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        OwnerOnly.directoryOf(file);
        OwnerOnly.file(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && channel.size() == 0) {
                byte[] secret = new byte[TokenKey.BYTES];
                new SecureRandom().nextBytes(secret);
                String line = Base64.getEncoder().encodeToString(secret) + "\n";
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }
}
