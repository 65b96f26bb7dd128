package io.orderfield.om.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs what a browser keeps for us. The key is drawn at the first use and lies in the database, where all nodes find the
 * same one. Deleting its row, and a restart, is a new key.
 */
@Singleton
@PermitAll
@DependsOn("OmSchema")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SigningKey {
    private static final String NAME = "browsers";
    private static final String MAC = "HmacSHA256";
    private static final int BYTES = 32;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    private final AtomicReference<@Nullable SecretKeySpec> known = new AtomicReference<>();

    /** The signature of a text, in letters, digits, hyphens and underscores. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec key = known.get();
        if (key == null) {
            key = new SecretKeySpec(Base64.getDecoder().decode(stored()), MAC);
            known.set(key);
        }
        return key;
    }

    private String stored() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        entityManager
                .createNativeQuery("insert into om.secret_key (name, secret, created_at) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, NAME)
                .setParameter(2, Base64.getEncoder().encodeToString(drawn))
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return (String) entityManager
                .createNativeQuery("select secret from om.secret_key where name = ?1")
                .setParameter(1, NAME)
                .getSingleResult();
    }
}
