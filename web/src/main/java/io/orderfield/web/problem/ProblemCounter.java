package io.orderfield.web.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts the problems that the API answers, by their stable code: a rise of one of them tells what goes wrong. */
@Provider
@ApplicationScoped
public class ProblemCounter implements ContainerResponseFilter {
    private static final Metadata PROBLEMS = Metadata.builder()
            .withName("orderfield_problems")
            .withDescription("Problem documents answered by the REST API, by code")
            .build();

    @Inject
    MetricRegistry metrics;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Problem problem) {
            count(problem);
        }
    }

    /** Counts one that no JAX-RS runtime answers. */
    public void count(Problem problem) {
        metrics.counter(PROBLEMS, new Tag("code", problem.code())).inc();
    }
}
