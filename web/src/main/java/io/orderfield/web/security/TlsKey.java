package io.orderfield.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The files of the server's own key, before the application serves anybody: nobody else may read them, and a key that an
 * earlier release drew beside its configuration goes on. The server reads what it finds changed, within a second.
 */
@ApplicationScoped
public class TlsKey {
    private static final Logger LOG = System.getLogger(TlsKey.class.getName());
    private static final String TYPE = "PKCS12";

    @Inject
    @ConfigProperty(name = "tls.keystore")
    String place;

    @Inject
    @ConfigProperty(name = "tls.keystore.drawn")
    String drawn;

    @Inject
    @ConfigProperty(name = "tls.keystore.password")
    String password;

    @Inject
    @ConfigProperty(name = "tls.keystore.before")
    String before;

    /** In the file {@code server.env} of an earlier release. */
    @Inject
    @ConfigProperty(name = "keystore_password")
    Optional<String> passwordBefore;

    void prepare(@Observes @Initialized(ApplicationScoped.class) Object started) {
        Path own = Path.of(drawn);
        try {
            if (place.equals(drawn) && passwordBefore.isPresent() && Files.exists(Path.of(before))) {
                adopt(Path.of(before), passwordBefore.get().toCharArray(), own, password.toCharArray());
                LOG.log(Level.INFO, "The key of an earlier release goes on in {0}.", own);
            }
            for (Path file : new Path[] {own.resolveSibling("."), own, own.resolveSibling("ltpa.keys")}) {
                if (Files.exists(file)) {
                    OwnerOnly.restrict(file);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.ERROR, "The server's key in " + own + " could not be put in order", e);
        }
    }

    /** Writes a key store anew under another password, and puts the old one out of the way. */
    static void adopt(Path from, char[] passwordFrom, Path to, char[] passwordTo)
            throws IOException, GeneralSecurityException {
        KeyStore old = load(from, passwordFrom);
        KeyStore fresh = load(null, passwordTo);
        for (String alias : Collections.list(old.aliases())) {
            if (old.isKeyEntry(alias)) {
                fresh.setKeyEntry(alias, old.getKey(alias, passwordFrom), passwordTo, old.getCertificateChain(alias));
            } else {
                fresh.setCertificateEntry(alias, old.getCertificate(alias));
            }
        }
        OwnerOnly.directoryOf(to);
        Path written = Path.of(to + ".new");
        OwnerOnly.file(written);
        try (OutputStream stream = Files.newOutputStream(written)) {
            fresh.store(stream, passwordTo);
        }
        Files.move(written, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.move(from, Path.of(from + ".moved"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyStore load(@Nullable Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        if (file == null) {
            store.load(null, password);
        } else {
            try (InputStream stream = Files.newInputStream(file)) {
                store.load(stream, password);
            }
        }
        return store;
    }
}
