package io.orderfield.web.worknote;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteService;
import io.orderfield.om.worknote.WorkNoteView;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The activity of a domain order. */
@ApiResource
@Idempotent
@Path("/domain-orders/{number}/work-notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Domain orders")
public class WorkNoteResource {
    private static final String CHANNEL = "rest";

    @Inject
    WorkNoteService notes;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    /**
     * A note to write.
     *
     * @param text 1 to 4,000 characters of plain text
     * @param shareWithFieldService true to send it to the open work orders too
     */
    @Schema(name = "NewWorkNote")
    public record NewWorkNoteBody(
            @Nullable String text, @Nullable Boolean shareWithFieldService) {}

    @May(Right.READ_ORDERS)
    @GET
    @Operation(operationId = "listWorkNotes", summary = "Work notes, oldest first")
    public List<WorkNoteView> list(
            @BeanParam Paging paging,
            @Parameter(description = "Only notes after this position: for clients that poll")
                    @QueryParam("after")
                    @Nullable
                    Long after,
            @Parameter(description = "What happened, such as state-changed; repeated or separated by commas")
                    @QueryParam("kind")
                    List<String> kinds,
            @Parameter(description = "workspace, rest, jms, field-service or system") @QueryParam("channel") @Nullable
                    String channel,
            @Parameter(description = "Number of the work order") @QueryParam("workOrder") @Nullable String workOrder,
            @Parameter(description = "Part of the text, of the author's name or of a number")
                    @QueryParam("text")
                    @Nullable
                    String text) {
        WorkNoteFilter filter = new WorkNoteFilter(Names.of(kinds), channel, workOrder, text);
        long position = after == null ? 0 : after;
        return call.page(
                paging,
                notes.count(number, filter, position),
                notes.list(number, filter, position, paging.first(), paging.max()));
    }

    @May(Right.WRITE_NOTES)
    @POST
    @Operation(operationId = "writeWorkNote", summary = "Write a work note")
    @APIResponseSchema(value = WorkNoteView.class, responseCode = "201")
    public WorkNoteView write(@Nullable NewWorkNoteBody body) {
        NewWorkNoteBody note = Bodies.required(body);
        WorkNoteView written = notes.write(
                number, Bodies.text(note.text()), Boolean.TRUE.equals(note.shareWithFieldService()), CHANNEL);
        call.created("/domain-orders/" + number + "/work-notes?after=" + (written.position() - 1) + "&size=1");
        return written;
    }
}
