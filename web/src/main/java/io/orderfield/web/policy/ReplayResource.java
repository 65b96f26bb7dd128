package io.orderfield.web.policy;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.replay.ReplayGroupView;
import io.orderfield.om.policy.replay.ReplayLineFilter;
import io.orderfield.om.policy.replay.ReplayLineView;
import io.orderfield.om.policy.replay.ReplayRequest;
import io.orderfield.om.policy.replay.ReplayService;
import io.orderfield.om.policy.replay.ReplayView;
import io.orderfield.rules.files.TableFiles.Format;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The replay of a draft over the domain orders that were decided lately, and over those that are open. */
@ApiResource
@Idempotent
@May(Right.READ_TABLE_DRAFTS)
@Path("/decision-tables/{table}/drafts/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables")
public class ReplayResource {
    @Inject
    ReplayService replays;

    @Inject
    Call call;

    @PathParam("table")
    String table;

    @PathParam("id")
    UUID id;

    @POST
    @May(Right.AUTHOR_DECISION_TABLES)
    @Operation(
            operationId = "replayDecisionTableDraft",
            summary = "See what it would have wanted of what was decided lately, and of what is open",
            description =
                    "It runs by itself and changes nothing; read how far it is at the answer's location. At most one"
                            + " of a draft runs at a time, and it takes the place of the last one.")
    @APIResponseSchema(value = ReplayView.class, responseCode = "202")
    public ReplayView start(@Nullable ReplayRequest body) {
        ReplayView begun = replays.start(table, id, body, call.expectedVersion());
        call.accepted("/decision-tables/" + table + "/drafts/" + id + "/replay");
        return begun;
    }

    @GET
    @Operation(
            operationId = "getDecisionTableDraftReplay",
            summary = "How far its replay is, and what was found until now")
    public ReplayView find() {
        return replays.find(table, id);
    }

    @DELETE
    @May(Right.AUTHOR_DECISION_TABLES)
    @Operation(
            operationId = "stopDecisionTableDraftReplay",
            summary = "Stop its replay; what was found until then stays")
    public ReplayView stop() {
        return replays.stop(table, id);
    }

    @GET
    @Path("/groups")
    @Operation(
            operationId = "listDecisionTableDraftReplayGroups",
            summary = "What was found, by the row that makes the difference")
    public List<ReplayGroupView> groups(@BeanParam Paging paging) {
        return call.page(paging, replays.groups(table, id));
    }

    @GET
    @Path("/lines")
    @Operation(
            operationId = "listDecisionTableDraftReplayLines",
            summary = "The domain orders whose work orders would be others, by number; also as CSV or as a workbook")
    public List<ReplayLineView> lines(
            @Parameter(description = "Id of the row that makes the difference") @QueryParam("row") @Nullable String row,
            @Parameter(description = "MORE, FEWER or OTHER") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Only open domain orders, or only others") @QueryParam("open") @Nullable
                    Boolean open,
            @BeanParam Paging paging) {
        ReplayLineFilter filter = new ReplayLineFilter(row, kind, open);
        return call.page(
                paging,
                replays.count(table, id, filter),
                replays.lines(table, id, filter, paging.first(), paging.max()));
    }

    @GET
    @Path("/lines")
    @Produces(TableMedia.ALSO_CSV)
    @Operation(hidden = true)
    public byte[] csv() {
        return file(Format.CSV);
    }

    @GET
    @Path("/lines")
    @Produces(TableMedia.ALSO_XLSX)
    @Operation(hidden = true)
    public byte[] workbook() {
        return file(Format.XLSX);
    }

    private byte[] file(Format format) {
        byte[] file = replays.file(table, id, format);
        call.file(TableMedia.replay(table, format));
        return file;
    }
}
