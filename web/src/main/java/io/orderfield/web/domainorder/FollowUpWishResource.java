package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.FollowUpService;
import io.orderfield.om.change.WaitingFollowUpView;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import io.orderfield.web.api.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Further work that Field Service wants under a domain order, where the manager decides about it. */
@ApiResource
@Idempotent
@May(Right.DECIDE_ORDERS)
@Path("/domain-orders/{number}/follow-up-wishes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class FollowUpWishResource {
    @Inject
    FollowUpService wishes;

    @Inject
    DomainOrderService orders;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @GET
    @Operation(operationId = "listFollowUpWishesOfDomainOrder", summary = "Its wishes that wait, the oldest first")
    public List<WaitingFollowUpView> list(@BeanParam Paging paging) {
        return call.page(paging, wishes.ofDomainOrder(number));
    }

    @POST
    @Path("/{id}/approval")
    @Operation(operationId = "approveFollowUpWish", summary = "Have the work created")
    public DomainOrderView approve(@PathParam("id") UUID id) {
        wishes.approve(number, id, call.expectedVersion());
        return orders.find(number);
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(
            operationId = "refuseFollowUpWish",
            summary = "Do without it; a note tells Field Service why",
            description = "The reason has 1 to 3,800 characters.")
    public DomainOrderView refuse(@PathParam("id") UUID id, @Nullable Reason body) {
        wishes.refuse(number, id, Reason.required(body), call.expectedVersion());
        return orders.find(number);
    }
}
