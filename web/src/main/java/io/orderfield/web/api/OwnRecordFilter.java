package io.orderfield.web.api;

import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.RightCheck;
import io.orderfield.messaging.right.Scope;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.inflight.InflightChangeService;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.LineItemService;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/**
 * Who may reach records of the own only learns nothing about the body of a call for another one: before such a caller is told
 * what is wrong with it, the record is looked for. Calls with a right body are left to the services, which look for it anyway.
 */
@Provider
@ApplicationScoped
public class OwnRecordFilter implements ContainerResponseFilter {
    /** The answers that speak of a body or a parameter. */
    private static final Set<Integer> ABOUT_THE_CALL = Set.of(400, 413, 415);

    @Inject
    CurrentCaller caller;

    @Inject
    CustomerOrderService orders;

    @Inject
    LineItemService lineItems;

    @Inject
    InflightChangeService changes;

    @Inject
    DomainOrderService domainOrders;

    @Inject
    WorkOrderService workOrders;

    @Inject
    WorkOrderTaskService tasks;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!ABOUT_THE_CALL.contains(answer.getStatus())) {
            return;
        }
        Method method = resource.getResourceMethod();
        May may = method == null ? null : RightCheck.of(method);
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        if (may == null || may.value().of(caller) != Scope.OWN || path.size() < 2) {
            return;
        }
        try {
            find(path.get(0).getPath(), path.get(1).getPath());
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure, false);
            if (problem.status() == 404) {
                answer.setStatus(404);
                answer.setEntity(problem);
            }
        }
    }

    private void find(String collection, String number) {
        switch (collection) {
            case "customer-orders" -> orders.find(number);
            case "line-items" -> lineItems.find(number);
            case "inflight-changes" -> changes.find(number);
            case "domain-orders" -> domainOrders.find(number);
            case "work-orders" -> workOrders.find(number);
            case "work-order-tasks" -> tasks.find(number);
            default -> {
                // has no records of somebody's own
            }
        }
    }
}
