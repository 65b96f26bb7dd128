package io.orderfield.web.domainorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.DecisionService;
import io.orderfield.om.change.DecisionView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a domain order has its work orders, and why it has no others. */
@ApiResource
@Idempotent
@May(Right.READ_ORDERS)
@Path("/domain-orders/{number}/plan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class DomainOrderPlanResource {
    @Inject
    DecisionService decisions;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @GET
    @Operation(
            operationId = "explainWorkOrderPlan",
            summary = "The decision: version of the table, facts that were decided on, rows that match")
    public DecisionView find() {
        return decisions.decision(number);
    }

    @GET
    @Path("/rows")
    @Operation(
            operationId = "explainDecisionTableRows",
            summary = "Every row against the facts: those that match first, then those that come closest")
    public List<DecisionView.Row> rows(
            @BeanParam Paging paging,
            @Parameter(description = "Code of a template: only the rows that want it") @QueryParam("template") @Nullable
                    String template) {
        return call.page(paging, decisions.rows(number, template));
    }
}
