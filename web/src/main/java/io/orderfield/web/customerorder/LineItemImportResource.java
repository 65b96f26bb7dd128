package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Line items of an order from a CSV file. */
@ApiResource
@Idempotent
@Path("/customer-orders/{number}/line-items/import")
@Tag(name = "Customer orders")
public class LineItemImportResource {
    private static final String CSV = "text/csv";

    @Inject
    CustomerOrderService orders;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @May(Right.READ_ORDERS)
    @GET
    @Produces(CSV)
    @Operation(operationId = "getLineItemsTemplate", summary = "A CSV file to start from, with every column")
    public String template() {
        orders.find(number);
        return orders.lineItemsTemplate();
    }

    @May(Right.WRITE_ORDERS)
    @POST
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importLineItems",
            summary = "Add the line items of a CSV file; the answer says for each row what became of it",
            description = "Columns action, specification, location, quantity, contact, priority, requestedDate,"
                    + " specialInstructions and characteristics.(name), the first three required; at most 2,000 rows.")
    public LineItemImportRecord add(
            @Parameter(description = "true: one wrong row refuses the file (400 rows-refused, with the rows)")
                    @QueryParam("allOrNothing")
                    @DefaultValue("false")
                    boolean allOrNothing,
            byte[] csv) {
        return LineItemImportRecord.of(
                orders.importLineItems(number, decoded(csv), allOrNothing, call.expectedVersion()));
    }

    private static String decoded(byte[] csv) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv == null ? new byte[0] : csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("invalid-csv.encoding");
        }
    }
}
