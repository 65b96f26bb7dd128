package io.orderfield.web.api;

import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.RightCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses who lacks the right of the called method before anything of the call is read: bodies, parameters and idempotency
 * keys are nothing for a caller who may not do it.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class RightsFilter implements ContainerRequestFilter {
    @Inject
    CurrentCaller caller;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        RightCheck.check(resource.getResourceMethod(), caller);
    }
}
