package io.orderfield.web.api;

import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads the body, at most 1 MB of it whatever its length claims to be, and takes its hash for the idempotency key. A
 * body that is somewhat larger is read to its end and thrown away, since many clients see an answer only after they have
 * sent.
 */
@Provider
@ApplicationScoped
public class BodyFilter implements ContainerRequestFilter {
    /** Most bytes of a body. */
    static final int LIMIT = 1_048_576;

    private static final long PATIENCE = 8L * LIMIT;

    @Inject
    Call call;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            call.bodyHash(hash(new byte[0]));
            return;
        }
        InputStream stream = request.getEntityStream();
        byte[] body = stream.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throwAway(stream);
            request.abortWith(Response.status(413)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problems.tooLarge())
                    .build());
            return;
        }
        call.bodyHash(hash(body));
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static void throwAway(InputStream stream) throws IOException {
        byte[] bin = new byte[16_384];
        long thrown = 0;
        for (int n = 0; n >= 0 && thrown < PATIENCE; n = stream.read(bin)) {
            thrown += n;
        }
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
