package io.orderfield.web.api;

import io.orderfield.kernel.Sentence;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what lies under /api but in no version of it: with a problem document, as a client of an API expects. */
@WebServlet("/api/*")
public class UnknownApiPath extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemAnswer.write(
                request, response, Problem.of(404, Sentence.of("not-found.api").with("root", RestApi.PATH)));
    }
}
