package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.FollowUpService;
import io.orderfield.om.change.WaitingFollowUpView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Further work that Field Service wants, of all domain orders. */
@ApiResource
@Idempotent
@Path("/follow-up-wishes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class FollowUpWishesResource {
    @Inject
    FollowUpService wishes;

    @Inject
    Call call;

    @May(Right.DECIDE_ORDERS)
    @GET
    @Operation(operationId = "listFollowUpWishes", summary = "All wishes that wait for the manager, the oldest first")
    public List<WaitingFollowUpView> list(@BeanParam Paging paging) {
        return call.page(paging, wishes.count(), wishes.waiting(paging.first(), paging.max()));
    }
}
