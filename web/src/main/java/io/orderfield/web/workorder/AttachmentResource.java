package io.orderfield.web.workorder;

import io.orderfield.fsm.attachment.AttachmentService;
import io.orderfield.fsm.attachment.AttachmentView;
import io.orderfield.fsm.attachment.ThumbnailService;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Photos and documents of a task. */
@ApiResource
@Idempotent
@Path("/work-order-tasks/{number}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work orders")
public class AttachmentResource {
    @Inject
    AttachmentService attachments;

    @Inject
    ThumbnailService thumbnails;

    @Inject
    Call call;

    @PathParam("number")
    String number;

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Operation(operationId = "listAttachments", summary = "Photos and documents of a task, oldest first")
    public List<AttachmentRecord> list(@BeanParam Paging paging) {
        return call.page(paging, attachments.ofTask(number), AttachmentRecord::of);
    }

    @May(Right.REPORT_WORK)
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "addAttachmentForm", hidden = true)
    public AttachmentRecord addForm(List<EntityPart> parts) throws IOException {
        EntityPart file = parts.stream()
                .filter(part -> part.getFileName().isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("file", Sentence.of("field.noPart")));
        return add(file.getFileName().orElse(null), file.getContent());
    }

    @May(Right.REPORT_WORK)
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "addAttachment",
            summary = "Attach a photo or document: the file itself, with its name in the query, or a form with it")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = UploadForm.class))
            })
    @APIResponseSchema(value = AttachmentRecord.class, responseCode = "201")
    public AttachmentRecord addFile(
            @Parameter(description = "File name; its ending has to be that of the content")
                    @QueryParam("filename")
                    @Nullable
                    String filename,
            InputStream content)
            throws IOException {
        return add(filename, content);
    }

    /** The form of an upload, for the published contract. */
    @Schema(name = "AttachmentForm")
    public record UploadForm(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    private AttachmentRecord add(@Nullable String name, InputStream content) throws IOException {
        try (content) {
            AttachmentView added = attachments.add(number, name, content);
            call.created("/work-order-tasks/" + number + "/attachments/" + added.id());
            return AttachmentRecord.of(added);
        }
    }

    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getAttachment", summary = "The content of a photo or document")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(@PathParam("id") UUID id) {
        AttachmentView found = attachments.find(number, id);
        StreamingOutput output = to -> attachments.copy(number, id, to);
        return Response.ok(output, found.type())
                .header(HttpHeaders.CONTENT_LENGTH, found.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(found.isPicture(), found.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @May(Right.READ_WORK_ORDERS)
    @GET
    @Path("/{id}/thumbnail")
    @Produces({"image/jpeg", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "getAttachmentThumbnail",
            summary = "A small picture of a JPEG or PNG photo, upright, without the photo's metadata")
    @APIResponse(
            responseCode = "200",
            description = "A JPEG picture of at most 320 pixels a side",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response thumbnail(@PathParam("id") UUID id) throws IOException {
        return Response.ok(thumbnails.thumbnail(number, id), "image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
