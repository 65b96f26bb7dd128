package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.change.CancellationDecisionService;
import io.orderfield.om.change.CancellationView;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.PreviewedChangeService;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemFilter;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Names;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One customer order: reading and revising it. What happens to it as a whole is in {@link CustomerOrderActions}. */
@ApiResource
@Idempotent
@Path("/customer-orders/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer orders")
public class CustomerOrderResource {
    @Inject
    CustomerOrderService orders;

    @Inject
    PreviewedChangeService previewed;

    @Inject
    CancellationDecisionService cancellations;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @May(value = Right.READ_ORDERS, hidden = true)
    @GET
    @Operation(operationId = "getCustomerOrder", summary = "A customer order with its line items")
    public CustomerOrderView find() {
        return orders.find(number);
    }

    @May(Right.WRITE_ORDERS)
    @PATCH
    @Operation(
            operationId = "reviseCustomerOrder",
            summary = "Revise a customer order; in progress it also revises its items",
            description = "If-Match takes the order's ETag or that of the impact preview.")
    public CustomerOrderView revise(@Nullable CustomerOrderRevision body) {
        CustomerOrderRevision revision = Bodies.required(body);
        String preview = call.expectedPreview();
        return preview == null
                ? orders.revise(number, revision, call.expectedVersion())
                : previewed.revise(number, revision, preview);
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/impact")
    @Operation(
            operationId = "previewCustomerOrderRevision",
            summary =
                    "What a revision of an order in progress would do, and which items it leaves alone; changes nothing")
    public OrderImpactRecord impact(@Nullable CustomerOrderRevision body) {
        return OrderImpactRecord.of(previewed.impactOfRevision(number, Bodies.required(body)));
    }

    @May(Right.READ_ORDERS)
    @GET
    @Path("/line-items")
    @Operation(operationId = "listLineItems", summary = "The order's line items by number, page by page")
    public List<LineItemView> lineItems(
            @BeanParam Paging paging,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Number of an item, or part of the name or city of its location or of its product")
                    @QueryParam("q")
                    @Nullable
                    String text) {
        LineItemFilter filter = new LineItemFilter(Names.of(states), text);
        return call.page(
                paging,
                orders.countLineItems(number, filter),
                orders.lineItems(number, filter, paging.first(), paging.max()));
    }

    @May(Right.READ_ORDERS)
    @GET
    @Path("/cancellations")
    @Operation(
            operationId = "listUndecidedCancellations",
            summary = "Cancellations of the order's line items that the manager has to decide about")
    public List<CancellationView> cancellations(@BeanParam Paging paging) {
        return call.page(
                paging,
                cancellations.countUndecided(number),
                cancellations.undecided(number, paging.first(), paging.max()));
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/line-items/impact")
    @Operation(
            operationId = "previewAddingLineItem",
            summary = "Which work orders further items of an order in progress would need; changes nothing")
    public ImpactView impactOfAdding(@Nullable NewLineItemBody body) {
        return previewed.impactOfAdding(number, List.of(Bodies.required(body).command("lineItem")));
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Path("/line-items")
    @Operation(
            operationId = "addLineItem",
            summary = "Add a line item, or one per location; in progress at once or requested",
            description = "If-Match takes the order's ETag or that of the impact preview.")
    @APIResponseSchema(value = AddedLineItem.class, responseCode = "201")
    public AddedLineItem addLineItem(@Nullable NewLineItemBody body) {
        NewLineItemBody item = Bodies.required(body);
        Set<String> before = orders.find(number).lineItems().stream()
                .map(LineItemView::number)
                .collect(Collectors.toSet());
        List<NewLineItem> wanted = List.of(item.command("lineItem"));
        String preview = call.expectedPreview();
        CustomerOrderView after = preview == null
                ? orders.addLineItems(number, wanted, call.expectedVersion())
                : previewed.addLineItems(number, wanted, preview);
        List<LineItemView> added = after.lineItems().stream()
                .filter(i -> !before.contains(i.number()))
                .toList();
        call.created("/line-items/" + added.get(0).number());
        return AddedLineItem.of(added);
    }
}
