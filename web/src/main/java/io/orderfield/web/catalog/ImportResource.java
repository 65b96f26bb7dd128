package io.orderfield.web.catalog;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.importing.CatalogImportService;
import io.orderfield.om.importing.ImportFile;
import io.orderfield.om.importing.ImportKind;
import io.orderfield.om.importing.ImportResult;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of reference data from CSV and JSON, with a result per row. */
@ApiResource
@Idempotent
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class ImportResource {
    private static final String CSV = "text/csv";

    @Inject
    CatalogImportService imports;

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Path("/{kind}")
    @Consumes({CSV, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "importRecords",
            summary = "Import up to 5,000 rows: create what is new, correct what a number or external code names")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class))
            })
    public ImportResult run(
            @Parameter(description = "accounts, contacts, locations or specifications") @PathParam("kind") String kind,
            @Parameter(description = "Refuse the whole file (409) when one of its rows is refused")
                    @QueryParam("allOrNothing")
                    @Nullable
                    Boolean allOrNothing,
            @Parameter(description = "Only say what would come of each row") @QueryParam("dryRun") @Nullable
                    Boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte @Nullable [] body) {
        ImportFile file =
                file(ImportKind.named(kind), MediaType.valueOf(contentType), body == null ? new byte[0] : body);
        return Boolean.TRUE.equals(dryRun)
                ? imports.runDry(file)
                : imports.run(file, Boolean.TRUE.equals(allOrNothing));
    }

    private static ImportFile file(ImportKind kind, MediaType type, byte[] body) {
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return new ImportFile(
                kind,
                json ? ImportFile.Format.JSON : ImportFile.Format.CSV,
                json || charset == null ? StandardCharsets.UTF_8 : charset(charset),
                body);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("unknown-charset");
        }
    }
}
