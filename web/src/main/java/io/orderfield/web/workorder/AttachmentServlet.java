package io.orderfield.web.workorder;

import io.orderfield.fsm.attachment.AttachmentService;
import io.orderfield.fsm.attachment.AttachmentView;
import io.orderfield.fsm.attachment.ThumbnailService;
import io.orderfield.kernel.Sentence;
import io.orderfield.web.api.Spool;
import io.orderfield.web.problem.BrokenBody;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.Problems;
import io.orderfield.web.ui.PageServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Attachments for the pages, whose reader has a session and no token: {@code GET /attachment/<task>/<id>} shows one,
 * {@code GET /attachment/<task>/<id>/thumbnail} a small picture of it,
 * {@code POST /attachment/<task>?name=<file name>} takes one. The same service as the API's decides about both. An upload
 * needs a header that no form of another site can send.
 */
@WebServlet("/attachment/*")
public class AttachmentServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AttachmentService attachments;

    @Inject
    transient ThumbnailService thumbnails;

    @Inject
    @ConfigProperty(name = "ATTACHMENT_MAX_BYTES", defaultValue = "10485760")
    long limit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = path(request);
        try {
            boolean small = path.length == 3 && path[2].equals("thumbnail");
            UUID id = UUID.fromString(path.length == 2 || small ? path[1] : "");
            if (small) {
                byte[] picture = thumbnails.thumbnail(path[0], id);
                response.setContentType("image/jpeg");
                response.setContentLength(picture.length);
                guard(response);
                response.getOutputStream().write(picture);
                return;
            }
            AttachmentView found = attachments.find(path[0], id);
            response.setContentType(found.type());
            response.setContentLengthLong(found.size());
            response.setHeader("Content-Disposition", FileName.disposition(found.isPicture(), found.name()));
            guard(response);
            attachments.copy(path[0], id, response.getOutputStream());
        } catch (RuntimeException failure) {
            answer(request, response, failure);
        }
    }

    private static void guard(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        // it never changes: the reader's own browser may keep it, nobody between may
        response.setHeader("Cache-Control", "private, max-age=3600, immutable");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOurs(request)) {
            ProblemAnswer.write(request, response, Problem.of(403, Sentence.of("forbidden.upload")));
            return;
        }
        Spool spool = Spool.of(BrokenBody.watch(request.getInputStream()), limit);
        if (spool == null) {
            ProblemAnswer.write(
                    request,
                    response,
                    Problem.of(413, Sentence.of("attachment-too-large").with("limit", limit)));
            return;
        }
        try (InputStream content = spool.content()) {
            attachments.add(path(request)[0], request.getParameter("name"), content);
            response.setStatus(HttpServletResponse.SC_CREATED);
        } catch (RuntimeException failure) {
            answer(request, response, failure);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        boolean wrongId = failure instanceof IllegalArgumentException;
        Problem problem = wrongId ? Problem.of(404, Sentence.of("not-found.address")) : Problems.of(failure, false);
        if (problem.status() == 500 || response.isCommitted()) {
            throw failure;
        }
        response.reset();
        ProblemAnswer.write(request, response, problem);
    }
}
