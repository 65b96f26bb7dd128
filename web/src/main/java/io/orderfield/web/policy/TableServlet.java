package io.orderfield.web.policy;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.files.TableFiles.Format;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.Problems;
import io.orderfield.web.problem.Reader;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.PageServlet;
import io.orderfield.web.ui.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decision tables for the scripts of the pages, whose reader has a session and no token. What is refused is answered with
 * the words that the editor shows.
 */
abstract class TableServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient TableColumns columns;

    @Inject
    transient Texts texts;

    @Inject
    transient Decisions decisions;

    /** Does what was asked for, or says why not. */
    interface Asked {
        void answer() throws IOException;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Asked asked) throws IOException {
        try {
            asked.answer();
        } catch (IllegalArgumentException noSuchAddress) {
            refuse(request, response, Problem.of(404, Sentence.of("not-found.address")));
        } catch (IOException | RuntimeException failure) {
            Problem problem = Problems.of(failure, true);
            if (problem.status() == 500 || response.isCommitted()) {
                throw failure;
            }
            refuse(request, response, problem);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (problem.status() == 503) {
            ProblemAnswer.write(request, response, problem); // which is tried again, and told to nobody
            return;
        }
        json(request, response, problem.status(), Map.of("refused", words(problem)));
    }

    String words(Problem problem) {
        return problem.errors().isEmpty()
                ? texts.of(problem.detail())
                : problem.errors().stream().map(decisions::words).distinct().collect(Collectors.joining("; "));
    }

    void json(HttpServletRequest request, HttpServletResponse response, int status, Object document)
            throws IOException {
        response.setContentType("application/json");
        send(response, status, Reader.json(Reader.language(request), document));
    }

    /** A file that the browser saves. */
    void file(HttpServletResponse response, String name, Format format, byte[] content) throws IOException {
        save(response, name, TableMedia.of(format), content);
    }

    void save(HttpServletResponse response, String name, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        send(response, HttpServletResponse.SC_OK, content);
    }

    private static void send(HttpServletResponse response, int status, byte[] content) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(ProblemAnswer.POLICY, ProblemAnswer.NOTHING);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** Which format the last part of an address asks for. */
    static Format format(String word) {
        return Format.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
