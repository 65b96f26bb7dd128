package io.orderfield.web.customerorder;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The customer orders as a whole: listing and creating. */
@ApiResource
@Idempotent
@Path("/customer-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer orders")
public class CustomerOrdersResource {
    @Inject
    CustomerOrderService orders;

    @Inject
    Call call;

    @May(Right.READ_ORDERS)
    @GET
    @Operation(operationId = "listCustomerOrders", summary = "Customer orders, newest first")
    public List<CustomerOrderSummary> list(
            @BeanParam Paging paging,
            @Parameter(description = "States, repeated or separated by commas") @QueryParam("state")
                    List<String> states,
            @QueryParam("account") @Nullable String account,
            @QueryParam("externalReference") @Nullable String externalReference,
            @Parameter(description = "Part of number, account name or external reference") @QueryParam("q") @Nullable
                    String text,
            @Parameter(
                            description = "createdAt, number, priority, requestedDate, updatedAt, state or accountName;"
                                    + " a leading minus for falling order")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        CustomerOrderFilter filter = new CustomerOrderFilter(text, Names.of(states), account, externalReference, sort);
        return call.page(paging, orders.count(filter), orders.list(filter, paging.first(), paging.max()));
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Operation(operationId = "createCustomerOrder", summary = "Create a customer order in DRAFT")
    @APIResponseSchema(value = CustomerOrderView.class, responseCode = "201")
    public CustomerOrderView create(@Nullable NewCustomerOrderBody body) {
        CustomerOrderView order = orders.create(Bodies.required(body).command());
        call.created("/customer-orders/" + order.number());
        return order;
    }
}
