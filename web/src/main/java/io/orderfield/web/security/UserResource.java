package io.orderfield.web.security;

import io.orderfield.om.user.UserDirectory;
import io.orderfield.om.user.UserView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Users, for administrators. */
@ApiResource
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class UserResource {
    @Inject
    UserDirectory directory;

    @Inject
    Call call;

    /**
     * A user; a password is never part of it.
     *
     * @param account number of the only account that a partner's user sees
     */
    @Schema(name = "User")
    public record UserRecord(
            String username,
            String displayName,
            List<String> roles,
            @Nullable String account,
            boolean enabled) {
        static UserRecord of(UserView user) {
            return new UserRecord(
                    user.username(),
                    user.displayName(),
                    List.copyOf(new TreeSet<>(user.roles())),
                    user.account(),
                    user.enabled());
        }
    }

    @GET
    @Operation(operationId = "listUsers", summary = "Users by name")
    public List<UserRecord> list(@BeanParam Paging paging) {
        return call.page(paging, directory.users(), UserRecord::of);
    }
}
