package io.orderfield.web.api;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.web.problem.BrokenBody;
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
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the body, at most 1 MB of it (of a table 10 MB) whatever its length claims to be, and takes its hash for the
 * idempotency key. A body that is somewhat larger is read to its end and thrown away, since many clients see an answer
 * only after they have sent.
 */
@Provider
@ApplicationScoped
public class BodyFilter implements ContainerRequestFilter {
    /** Most bytes of a body. */
    static final int LIMIT = 1_048_576;

    private static final long PATIENCE = 8L * LIMIT;
    private static final Pattern UPLOADS = Pattern.compile("/?work-order-tasks/[^/]+/attachments/?");
    private static final Pattern TABLES = Pattern.compile("/?decision-tables/[^/]+/drafts/[^/]+/?");

    /** What a form adds to its file, at most. */
    private static final int FORM = 65_536;

    @Inject
    Call call;

    @Inject
    @ConfigProperty(name = "ATTACHMENT_MAX_BYTES", defaultValue = "10485760")
    long uploadLimit;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.hasEntity()) {
            call.bodyHash(hash(new byte[0]));
            return;
        }
        InputStream stream = BrokenBody.watch(request.getEntityStream());
        if (isUpload(request)) {
            spool(
                    request,
                    stream,
                    uploadLimit + FORM,
                    Problem.of(413, Sentence.of("attachment-too-large").with("limit", uploadLimit)));
            return;
        }
        if (TABLES.matcher(request.getUriInfo().getPath()).matches()) {
            spool(request, stream, TableFiles.MAX_BYTES, Problems.tooLarge(TableFiles.MAX_BYTES));
            return;
        }
        byte[] body = stream.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throwAway(stream);
            abort(request, Problems.tooLarge(LIMIT));
            return;
        }
        call.bodyHash(hash(body));
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static boolean isUpload(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && UPLOADS.matcher(request.getUriInfo().getPath()).matches();
    }

    /** Files go through the disk, not through memory. What is too large as a file is refused by the service. */
    private void spool(ContainerRequestContext request, InputStream stream, long limit, Problem tooLarge)
            throws IOException {
        Spool spool = Spool.of(stream, limit);
        if (spool == null) {
            abort(request, tooLarge);
            return;
        }
        call.bodyHash(spool.hash());
        request.setEntityStream(spool.content());
    }

    private static void abort(ContainerRequestContext request, Problem problem) {
        request.abortWith(Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build());
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
