package io.orderfield.web.limit;

import io.orderfield.kernel.Sentence;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.ProblemAnswer;
import io.orderfield.web.problem.ProblemCounter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to what is above a limit; counted with the other problems, so that an alarm can watch it. */
@ApplicationScoped
public class TooManyRequests {
    @Inject
    ProblemCounter problems;

    void answer(HttpServletRequest request, HttpServletResponse response, int retrySeconds) throws IOException {
        Problem problem = Problem.of(429, Sentence.of("too-many-requests")).retryAfter(retrySeconds);
        problems.count(problem);
        ProblemAnswer.write(request, response, problem);
    }
}
