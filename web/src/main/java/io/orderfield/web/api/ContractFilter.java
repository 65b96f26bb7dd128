package io.orderfield.web.api;

import io.orderfield.web.problem.Problem;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Works when the build makes the published contract, not in the server: adds what holds for every call, so that no resource
 * has to repeat it, and calls the answers what clients call them.
 */
public class ContractFilter implements OASFilter {
    /** What a client calls the record whose view or command is called otherwise; for the rest it is the name without "View". */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Wanted", "WantedWork"),
            Map.entry("AccountCorrection", "AccountPatch"),
            Map.entry("ContactCorrection", "ContactPatch"),
            Map.entry("LocationCorrection", "LocationPatch"),
            Map.entry("LineItemRevision", "LineItemPatch"),
            Map.entry("CustomerOrderRevision", "CustomerOrderPatch"),
            Map.entry("Row", "DecisionRow"),
            Map.entry("Check", "DecisionCheck"),
            Map.entry("ClosingResult", "Closing"),
            Map.entry("Conflict", "SchedulingConflict"),
            Map.entry("CustomerOrderSummary", "CustomerOrderListed"),
            Map.entry("DomainOrderSummary", "DomainOrderListed"),
            Map.entry("FieldChange", "Change"),
            Map.entry("FieldProblem", "FieldError"),
            Map.entry("FindingView", "ReconciliationFinding"),
            Map.entry("FollowUpView", "WishedFollowUp"),
            Map.entry("GeoPoint", "TechnicianHome"),
            Map.entry("ItemCancellation", "ItemCancellationImpact"),
            Map.entry("Node", "SyncNode"),
            Map.entry("PlaceView", "VisitPlace"),
            Map.entry("Replayed", "ReplayedDeadLetter"),
            Map.entry("SlaClock", "Sla"),
            Map.entry("WorkOrderAttachmentView", "DomainOrderAttachment"),
            Map.entry("WorkOrderSummary", "WorkOrderListed"));

    /** What the views say of their entity tag, which is a header. */
    private static final Map<String, String> TAGS = Map.of(
            "AddedLineItem",
            "revision",
            "ImpactView",
            "etag",
            "InflightChangeView",
            "revision",
            "LineItemView",
            "revision");

    /** What is written as a text, in the caller's language. */
    private static final String SENTENCE = "Sentence";

    private static final String SCHEMAS = "#/components/schemas/";

    /** Their bodies or answers hold secrets, of which nothing may be kept. */
    private static final Set<String> KEYLESS = Set.of("issueToken", "changeOwnPassword", "createSecret", "endSecret");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        SortedMap<String, Schema> renamed = new TreeMap<>();
        contract.getComponents().removeSchema(SENTENCE);
        contract.getComponents().getSchemas().forEach((view, schema) -> {
            if (TAGS.containsKey(view)) {
                schema.removeProperty(TAGS.get(view));
            }
            if (renamed.put(name(view), schema) != null) {
                throw new IllegalStateException("Two schemas would be called " + name(view));
            }
        });
        contract.getComponents().setSchemas(renamed);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        String ref = schema.getRef();
        if ((SCHEMAS + SENTENCE).equals(ref)) {
            schema.setRef(null);
            schema.setType(Schema.SchemaType.STRING);
        } else if (ref != null && ref.startsWith(SCHEMAS)) {
            schema.setRef(SCHEMAS + name(ref.substring(SCHEMAS.length())));
        }
        return schema;
    }

    private static String name(String view) {
        return NAMES.getOrDefault(view, view.endsWith("View") ? view.substring(0, view.length() - 4) : view);
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        for (Map.Entry<PathItem.HttpMethod, Operation> operation :
                path.getOperations().entrySet()) {
            describe(operation.getKey(), operation.getValue());
        }
        return path;
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        boolean keyless = KEYLESS.contains(String.valueOf(operation.getOperationId()));
        boolean list =
                operation.getOperationId() != null && operation.getOperationId().startsWith("list");
        if (method == PathItem.HttpMethod.POST && !keyless) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "Repeats with the same key and body get the first answer again; kept for 24 hours"));
        }
        if (method != PathItem.HttpMethod.GET && !keyless) {
            operation.addParameter(header("If-Match", "The record's ETag; another version now is refused with 412"));
        }
        if (list) {
            APIResponse answer = operation.getResponses().getAPIResponse("200");
            answer.addHeader("X-Total-Count", header("How many records there are in all", Schema.SchemaType.INTEGER));
            answer.addHeader("Link", header("The next and the previous page", Schema.SchemaType.STRING));
        }
        operation.getResponses().setDefaultValue(problem());
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(type));
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("A problem document; its code is stable")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"))));
    }
}
