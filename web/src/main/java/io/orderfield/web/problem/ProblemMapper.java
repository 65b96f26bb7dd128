package io.orderfield.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Answers every failure of the API with a problem document; what is not the caller's fault is logged, once, here. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Context
    @Nullable
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        HttpServletRequest current = request;
        boolean conditional = current != null && current.getHeader(HttpHeaders.IF_MATCH) != null;
        Problem problem = Problems.of(failure, conditional);
        if (problem.status() >= 500 && current != null) {
            String id = CorrelationId.of(current);
            String what = current.getMethod() + " " + current.getRequestURI().replaceAll("\\p{Cntrl}", "?");
            LOG.log(problem.status() == 503 ? Level.WARNING : Level.ERROR, id + ": " + what + " failed", failure);
            problem = problem.correlatedBy(id);
        }
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        if (failure instanceof WebApplicationException web) {
            Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
            if (allow != null) {
                answer.header(HttpHeaders.ALLOW, allow);
            }
        }
        return answer.build();
    }
}
