package io.orderfield.web.settings;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.settings.SettingService;
import io.orderfield.om.settings.SettingView;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settings, for administrators. */
@ApiResource
@Idempotent
@May(Right.MANAGE_SETTINGS)
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingResource {
    @Inject
    SettingService settings;

    @Inject
    Call call;

    /**
     * What a setting is to say.
     *
     * @param value one of those that the setting allows
     */
    @Schema(name = "NewSettingValue")
    public record ValueBody(@Nullable String value) {}

    @GET
    @Operation(operationId = "listSettings", summary = "All settings, with what they come from")
    public List<SettingView> list(@BeanParam Paging paging) {
        return call.page(paging, settings.list());
    }

    @May(value = Right.MANAGE_SETTINGS, hidden = true)
    @GET
    @Path("/{name}")
    @Operation(operationId = "getSetting", summary = "A setting")
    public SettingView find(@PathParam("name") String name) {
        return settings.find(name);
    }

    @PUT
    @Path("/{name}")
    @Operation(operationId = "overrideSetting", summary = "Have a value hold, whatever the variable says")
    public SettingView override(@PathParam("name") String name, @Nullable ValueBody body) {
        return settings.override(name, Bodies.text(Bodies.required(body).value()), call.expectedVersion());
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "resetSetting", summary = "Have the default hold again")
    public SettingView reset(@PathParam("name") String name) {
        return settings.reset(name, call.expectedVersion());
    }
}
