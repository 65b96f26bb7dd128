package io.orderfield.web.security;

import io.orderfield.web.api.ContractServlet;
import io.orderfield.web.limit.AddressLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The one mechanism of the whole application (a second one does not start in every way of deployment). Under /api every
 * call carries its own credentials and no cookie counts, so no other site can make a browser act; pages have a session.
 */
@ApplicationScoped
public class OrderfieldAuthentication implements HttpAuthenticationMechanism {
    @Inject
    AddressLimit limit;

    @Inject
    ApiAuthentication api;

    @Inject
    PageAuthentication pages;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            if (!limit.admits(request, response)) {
                return AuthenticationStatus.SEND_FAILURE;
            }
            return isApi(request) || isContract(request)
                    ? api.validate(request, response, context)
                    : pages.validate(request, response, context);
        } catch (IOException e) {
            throw new AuthenticationException("The caller went away", e);
        }
    }

    /** The published contract is for people with a session and for applications with credentials. */
    private static boolean isContract(HttpServletRequest request) {
        return request.getServletPath().equals(ContractServlet.PATH) && request.getHeader("Authorization") != null;
    }

    /** By the decoded path that also chooses the servlet: {@code /%61pi} is the API too. */
    static boolean isApi(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals("/api") || path.startsWith("/api/");
    }
}
