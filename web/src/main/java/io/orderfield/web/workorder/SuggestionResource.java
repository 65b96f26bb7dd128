package io.orderfield.web.workorder;

import io.orderfield.fsm.board.DispatchService;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who would be right for a task. */
@ApiResource
@Idempotent
@Path("/work-order-tasks/{number}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class SuggestionResource {
    @Inject
    DispatchService dispatch;

    @Inject
    Call call;

    @May(Right.DISPATCH)
    @GET
    @Operation(
            operationId = "suggestTechnicians",
            summary = "Technicians for a task, the best first: by skills, free time in the window and distance")
    public List<SuggestionRecord> suggest(@PathParam("number") String number, @BeanParam Paging paging) {
        return call.page(paging, dispatch.suggestions(number, DispatchService.MAXIMUM), SuggestionRecord::of);
    }
}
