package io.orderfield.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;

/**
 * A file with keys or certificates for TLS: PKCS12, or JKS where its name ends so.
 *
 * @param path where it lies
 * @param password opens it, and its key
 */
record KeyStoreFile(Path path, String password) {
    /**
     * @param what the setting, for the message of a refusal
     * @return null when neither is set
     * @throws IllegalArgumentException when only one of them is set, or there is no such file
     */
    static @Nullable KeyStoreFile parse(String what, @Nullable String path, @Nullable String password) {
        String where = path == null || path.isBlank() ? null : path;
        String word = password == null || password.isEmpty() ? null : password;
        if (where == null && word == null) {
            return null;
        }
        if (where == null || word == null) {
            throw new IllegalArgumentException(what + " needs both: the path and the password");
        }
        Path file = Path.of(where);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(what + " names " + file + ", which can't be read");
        }
        return new KeyStoreFile(file, word);
    }

    String type() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".jks") ? "JKS" : "PKCS12";
    }

    /** The settings of an acceptor that speaks TLS only, with this file's key. */
    Map<String, Object> ofAcceptor() {
        return Map.of(
                TransportConstants.SSL_ENABLED_PROP_NAME,
                true,
                TransportConstants.KEYSTORE_PATH_PROP_NAME,
                path.toString(),
                TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                password,
                TransportConstants.KEYSTORE_TYPE_PROP_NAME,
                type(),
                TransportConstants.ENABLED_PROTOCOLS_PROP_NAME,
                "TLSv1.3,TLSv1.2");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
