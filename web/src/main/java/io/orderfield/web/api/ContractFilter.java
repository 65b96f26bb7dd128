package io.orderfield.web.api;

import io.orderfield.web.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the published contract what holds for every call, so that no resource has to repeat it. */
public class ContractFilter implements OASFilter {
    /** Their bodies or answers hold secrets, of which nothing may be kept. */
    private static final Set<String> KEYLESS = Set.of("issueToken", "changeOwnPassword", "createSecret", "endSecret");

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
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
