package io.orderfield.web.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DecisionTableVersionView;
import io.orderfield.om.policy.DraftContent;
import io.orderfield.om.policy.DraftEdit;
import io.orderfield.om.policy.DraftFileService;
import io.orderfield.om.policy.DraftSaved;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftSummary;
import io.orderfield.om.policy.DraftTrial;
import io.orderfield.om.policy.DraftView;
import io.orderfield.om.policy.PublicationRequest;
import io.orderfield.om.policy.PublicationService;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.om.policy.TableFindingView;
import io.orderfield.om.policy.TriedDraft;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drafts of decision tables. */
@ApiResource
@Idempotent
@May(Right.AUTHOR_DECISION_TABLES)
@Path("/decision-tables/{table}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables")
public class DraftResource {
    @Inject
    DraftService drafts;

    @Inject
    DraftFileService files;

    @Inject
    PublicationService publications;

    @Inject
    Call call;

    @PathParam("table")
    String table;

    @GET
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(operationId = "listDecisionTableDrafts", summary = "Every draft, the one that was changed last first")
    public List<DraftSummary> list(@BeanParam Paging paging) {
        return call.page(paging, drafts.list(table));
    }

    @POST
    @Operation(operationId = "createDecisionTableDraft", summary = "Begin a draft with the rows of a version")
    @APIResponseSchema(value = DraftView.class, responseCode = "201")
    public DraftView create(@Nullable NewDraftBody body) {
        DraftView draft = drafts.create(table, body == null ? null : body.basedOn());
        call.created("/decision-tables/" + table + "/drafts/" + draft.id());
        return draft;
    }

    @GET
    @Path("/{id}")
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    @Operation(
            operationId = "getDecisionTableDraft",
            summary = "A draft with its rows and what is found in them; also as CSV or as a workbook")
    public DraftView find(@PathParam("id") UUID id) {
        return drafts.find(table, id);
    }

    @GET
    @Path("/{id}")
    @Produces(TableMedia.ALSO_CSV)
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    @Operation(hidden = true)
    public byte[] csv(@PathParam("id") UUID id) {
        return file(id, Format.CSV);
    }

    @GET
    @Path("/{id}")
    @Produces(TableMedia.ALSO_XLSX)
    @May(value = Right.READ_TABLE_DRAFTS, hidden = true)
    @Operation(hidden = true)
    public byte[] workbook(@PathParam("id") UUID id) {
        return file(id, Format.XLSX);
    }

    private byte[] file(UUID id, Format format) {
        byte[] file = files.write(table, id, format, call::words);
        call.file(TableMedia.draft(table, format));
        return file;
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "editDecisionTableDraft",
            summary = "Save what an editor did to the rows",
            description =
                    "The revision that it was done to is told in the body or by If-Match; on another one nothing is"
                            + " done, and the answer (412) tells what was changed since. The same key again is not done again;"
                            + " with other operations it is refused (idempotency-key-reused).")
    public DraftSaved edit(@PathParam("id") UUID id, @Nullable DraftEdit body) {
        return drafts.save(table, id, Bodies.required(body), call.expectedVersion());
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "replaceDecisionTableDraft",
            summary = "Replace all rows, or the hit policy",
            description = "Also takes text/csv and workbooks (.xlsx), up to 10 MB, whole or not at all. With"
                    + " keepErrors=true cells that can't be read are kept as they are, unless the form of the file is wrong"
                    + " (canKeepErrors of the refusal). The answer to a file says under taken how many rows are new,"
                    + " changed, gone and unchanged, and whether most of those of before are others now. Who accepts"
                    + " text/csv or a workbook gets a file that is refused back with its faults marked. Where"
                    + " others wrote in the draft, If-Match names the revision that was read.")
    public DraftView replace(@PathParam("id") UUID id, @Nullable DraftContent body) {
        return drafts.replace(table, id, Bodies.required(body), call.expectedVersion());
    }

    @PUT
    @Path("/{id}")
    @Consumes({TableMedia.CSV, TableMedia.XLSX})
    @Operation(hidden = true)
    public DraftView replaceByFile(
            @PathParam("id") UUID id,
            @Parameter(description = "Keep cells that can't be read") @QueryParam("keepErrors") @Nullable
                    Boolean keepErrors,
            byte @Nullable [] file) {
        return files.replace(table, id, bytes(file), Boolean.TRUE.equals(keepErrors), call.expectedVersion());
    }

    @PUT
    @Path("/{id}")
    @Consumes({TableMedia.CSV, TableMedia.XLSX})
    @Produces({TableMedia.ALSO_CSV, TableMedia.ALSO_XLSX})
    @Operation(hidden = true)
    public Response replaceOrMark(
            @PathParam("id") UUID id, @QueryParam("keepErrors") @Nullable Boolean keepErrors, byte @Nullable [] file) {
        byte[] sent = bytes(file);
        Format format = TableFiles.formatOf(sent);
        String type = TableMedia.of(format);
        try {
            files.replace(table, id, sent, Boolean.TRUE.equals(keepErrors), call.expectedVersion());
        } catch (Refusal refusal) {
            if (!refusal.data().containsKey("problems")) {
                throw refusal;
            }
            byte[] marked = files.marked(table, sent, call::words);
            call.file(TableMedia.draft(table, format));
            return Response.status(Response.Status.BAD_REQUEST)
                    .type(type)
                    .entity(marked)
                    .build();
        }
        return Response.ok(file(id, format), type).build();
    }

    private static byte[] bytes(byte @Nullable [] file) {
        return file == null ? new byte[0] : file;
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "discardDecisionTableDraft",
            summary = "End a draft that nobody wants any more",
            description = "Where others wrote in it, If-Match names the revision that was read.")
    public void discard(@PathParam("id") UUID id) {
        drafts.discard(table, id, call.expectedVersion());
    }

    @POST
    @Path("/{id}/check")
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(
            operationId = "checkDecisionTableDraft",
            summary = "What stands against its publication, and what a person may not have meant")
    public List<TableFindingView> check(@PathParam("id") UUID id) {
        return drafts.check(table, id);
    }

    @GET
    @Path("/{id}/differences")
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(
            operationId = "getDecisionTableDraftDifferences",
            summary = "What leads from the version that decides now to the draft")
    public List<TableDifference> differences(@PathParam("id") UUID id) {
        return drafts.differences(table, id);
    }

    @GET
    @Path("/{id}/coverage")
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(
            operationId = "getDecisionTableDraftCoverage",
            summary = "Which of its rows can be met by which specification and action")
    public List<CoverageCellView> coverage(
            @PathParam("id") UUID id,
            @Parameter(description = "One more column, such as region") @QueryParam("column") @Nullable String column) {
        return drafts.coverage(table, id, column);
    }

    @POST
    @Path("/{id}/test")
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(operationId = "testDecisionTableDraft", summary = "What it says to each test case of the table")
    public List<TestCaseResult> test(@PathParam("id") UUID id) {
        return drafts.test(table, id);
    }

    @POST
    @Path("/{id}/evaluation")
    @Operation(
            operationId = "evaluateDecisionTableDraft",
            summary = "What it would say of a domain order that there is, or might be; and of each other row why not")
    public TriedDraft evaluate(@PathParam("id") UUID id, @Nullable DraftTrial body) {
        return drafts.evaluate(table, id, Bodies.required(body));
    }

    @POST
    @Path("/{id}/publication")
    @May(Right.PUBLISH_DECISION_TABLES)
    @Operation(
            operationId = "publishDecisionTableDraft",
            summary = "Make it the version that decides, at once or from some moment on",
            description = "Where publishing needs a second person, If-Match names the revision that was read, and who"
                    + " wrote in the draft can't publish it.")
    public DecisionTableVersionView publish(@PathParam("id") UUID id, @Nullable PublicationRequest body) {
        return publications.publish(table, id, Bodies.required(body), call.expectedVersion());
    }
}
