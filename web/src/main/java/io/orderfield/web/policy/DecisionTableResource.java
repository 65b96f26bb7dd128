package io.orderfield.web.policy;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DecisionTableService;
import io.orderfield.om.policy.DecisionTableSummary;
import io.orderfield.om.policy.DecisionTableVersionView;
import io.orderfield.om.policy.DecisionTableView;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftView;
import io.orderfield.om.policy.PublicationService;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.life.RowLifeService;
import io.orderfield.om.policy.life.RowLifeView;
import io.orderfield.rules.files.TableFiles.Format;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decision tables as they are published, such as {@code work-order-policy}: which work orders a domain order needs. */
@ApiResource
@Idempotent
@May(Right.READ_DECISION_TABLES)
@Path("/decision-tables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables")
public class DecisionTableResource {
    private static final String COLUMN = "Such as region, country, segment, priority or characteristics.bandwidth";

    @Inject
    DecisionTableService tables;

    @Inject
    RowLifeService lives;

    @Inject
    DraftService drafts;

    @Inject
    PublicationService publications;

    @Inject
    Call call;

    @GET
    @Operation(operationId = "listDecisionTables", summary = "All tables, each with what decides and what is planned")
    public List<DecisionTableSummary> list(@BeanParam Paging paging) {
        return call.page(paging, tables.list());
    }

    @GET
    @Path("/{table}")
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    @Operation(operationId = "getDecisionTable", summary = "The version that decides now, with its rows")
    public DecisionTableView current(@PathParam("table") String table) {
        return tables.find(table);
    }

    @GET
    @Path("/{table}/coverage")
    @Operation(
            operationId = "getDecisionTableCoverage",
            summary =
                    "Which rows can be met by which specification and action, by the values of one more column if asked")
    public List<CoverageCellView> coverage(
            @PathParam("table") String table,
            @Parameter(description = COLUMN) @QueryParam("column") @Nullable String column) {
        return tables.coverage(table, column);
    }

    @GET
    @Path("/{table}/hits")
    @Operation(
            operationId = "listDecisionTableHits",
            summary =
                    "What each row has caused, in every version that has it: hits, and what became of its work orders")
    public List<RowLifeView> hits(
            @PathParam("table") String table,
            @BeanParam Paging paging,
            @Parameter(description = "The rows of this version instead of those of the version in force")
                    @QueryParam("version")
                    @Nullable
                    Integer version,
            @Parameter(description = "How many days to look back, 180 to 1095; 365 unless told")
                    @QueryParam("days")
                    @Nullable
                    Integer days,
            @Parameter(description = "Only rows with this mark: NEVER_HIT or OFTEN_REWORKED")
                    @QueryParam("mark")
                    @Nullable
                    String mark) {
        return call.page(paging, lives.hits(table, version, days, mark));
    }

    @GET
    @Path("/{table}/versions")
    @Operation(operationId = "listDecisionTableVersions", summary = "Every version, newest first")
    public List<DecisionTableVersionView> versions(@PathParam("table") String table, @BeanParam Paging paging) {
        return call.page(paging, tables.versions(table));
    }

    @GET
    @Path("/{table}/versions/{version}")
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    @Operation(
            operationId = "getDecisionTableVersion",
            summary = "A version with its rows, also one of before; also as a file",
            description = "Who accepts text/csv, " + TableMedia.XLSX + ", or " + TableMedia.DMN
                    + " (or application/xml) gets it as CSV, as a workbook, or as DMN 1.5.")
    public DecisionTableView version(@PathParam("table") String table, @PathParam("version") Integer version) {
        return tables.version(table, version);
    }

    @GET
    @Path("/{table}/versions/{version}")
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    @Produces(TableMedia.ALSO_CSV)
    @Operation(hidden = true)
    public byte[] csv(@PathParam("table") String table, @PathParam("version") Integer version) {
        return file(table, version, Format.CSV);
    }

    @GET
    @Path("/{table}/versions/{version}")
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    @Produces(TableMedia.ALSO_XLSX)
    @Operation(hidden = true)
    public byte[] workbook(@PathParam("table") String table, @PathParam("version") Integer version) {
        return file(table, version, Format.XLSX);
    }

    private byte[] file(String table, Integer version, Format format) {
        byte[] file = tables.file(table, version, format);
        call.file(TableMedia.version(table, version, format));
        return file;
    }

    @GET
    @Path("/{table}/versions/{version}")
    @May(value = Right.READ_DECISION_TABLES, hidden = true)
    @Produces({MediaType.APPLICATION_XML + ";qs=0.5", TableMedia.DMN + ";qs=0.5"})
    @Operation(hidden = true)
    public byte[] dmn(@PathParam("table") String table, @PathParam("version") Integer version) {
        byte[] file = tables.dmn(table, version);
        call.file(TableMedia.dmn(table, version));
        return file;
    }

    @GET
    @Path("/{table}/versions/{version}/coverage")
    @Operation(
            operationId = "getDecisionTableVersionCoverage",
            summary = "The coverage of any version; of a planned one, on its first day")
    public List<CoverageCellView> coverage(
            @PathParam("table") String table,
            @PathParam("version") Integer version,
            @Parameter(description = COLUMN) @QueryParam("column") @Nullable String column) {
        return tables.coverage(table, version, column);
    }

    @GET
    @Path("/{table}/versions/{version}/differences")
    @Operation(
            operationId = "getDecisionTableDifferences",
            summary = "What leads from this version to another; rows are recognized by their ids")
    public List<TableDifference> differences(
            @PathParam("table") String table,
            @PathParam("version") Integer version,
            @Parameter(description = "Number of the other version", required = true) @QueryParam("to") @Nullable
                    Integer to) {
        return tables.differences(table, version, Bodies.required("to", to));
    }

    @POST
    @Path("/{table}/versions/{version}/restoration")
    @May(Right.AUTHOR_DECISION_TABLES)
    @Operation(operationId = "restoreDecisionTableVersion", summary = "A new draft that says what this version says")
    @APIResponseSchema(value = DraftView.class, responseCode = "201")
    public DraftView restore(@PathParam("table") String table, @PathParam("version") Integer version) {
        return created(table, drafts.create(table, version));
    }

    @POST
    @Path("/{table}/versions/{version}/withdrawal")
    @May(Right.PUBLISH_DECISION_TABLES)
    @Operation(operationId = "withdrawDecisionTableVersion", summary = "Take back a planned version before its time")
    public DecisionTableVersionView withdraw(@PathParam("table") String table, @PathParam("version") Integer version) {
        return publications.withdraw(table, version);
    }

    private DraftView created(String table, DraftView draft) {
        call.created("/decision-tables/" + table + "/drafts/" + draft.id());
        return draft;
    }
}
