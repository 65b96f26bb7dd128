package io.orderfield.web.api;

import io.orderfield.kernel.Tagged;
import io.orderfield.om.worknote.CurrentChannel;
import io.orderfield.web.problem.CorrelationId;
import io.orderfield.web.problem.Reader;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.security.Principal;
import java.util.Objects;

/** Fills the {@link Call} before a resource runs and puts its part into the answer's headers afterwards. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class CallFilter implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    Call call;

    @Inject
    CurrentChannel channel;

    @Context
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        channel.use(CurrentChannel.REST);
        URI uri = request.getUriInfo().getRequestUri();
        Principal user = request.getSecurityContext().getUserPrincipal();
        call.begin(
                request.getMethod(),
                uri.getRawPath(),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                user == null ? "" : user.getName(),
                CorrelationId.traceparentOf(servletRequest),
                Reader.language(servletRequest));
        call.conditions(
                request.getHeaderString(HttpHeaders.IF_MATCH), request.getHeaderString(IdempotencyInterceptor.HEADER));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle(CorrelationId.HEADER, CorrelationId.of(servletRequest));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        String fileName = call.fileName();
        if (fileName != null) {
            headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"');
        }
        if (answer.getStatus() / 100 != 2) {
            return;
        }
        if (answer.getEntity() instanceof Tagged record) {
            headers.putSingle(HttpHeaders.ETAG, EntityTag.of(record.etag()));
        }
        String location = call.location();
        if (location != null) {
            answer.setStatus(call.status());
            headers.putSingle(HttpHeaders.LOCATION, location);
        }
        Long total = call.total();
        if (total != null) {
            headers.putSingle("X-Total-Count", total.toString());
            call.links().forEach(link -> headers.add(HttpHeaders.LINK, link));
        }
    }
}
