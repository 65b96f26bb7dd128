package io.orderfield.web.user;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.UserFilter;
import io.orderfield.om.user.UserService;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Bodies;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Users, for administrators. Nobody sees a password or its hash. */
@ApiResource
@Idempotent
@May(Right.MANAGE_USERS)
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class UserResource {
    @Inject
    UserService users;

    @Inject
    Call call;

    @GET
    @Operation(operationId = "listUsers", summary = "Users by name")
    public List<UserRecord> list(
            @BeanParam Paging paging,
            @Parameter(description = "Part of the user name or name") @QueryParam("q") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @Parameter(description = "Number of the account that partners belong to") @QueryParam("account") @Nullable
                    String account,
            @QueryParam("enabled") @Nullable Boolean enabled,
            @Parameter(description = "username or displayName; a leading minus for falling order")
                    @QueryParam("sort")
                    @Nullable
                    String sort) {
        UserFilter filter = new UserFilter(text, role, account, enabled, sort);
        return call.page(
                paging,
                users.count(filter),
                users.list(filter, paging.first(), paging.max()).stream()
                        .map(UserRecord::of)
                        .toList());
    }

    @May(value = Right.MANAGE_USERS, hidden = true)
    @GET
    @Path("/{username}")
    @Operation(operationId = "getUser", summary = "A user")
    public UserRecord find(@PathParam("username") String username) {
        return UserRecord.of(users.find(username));
    }

    @POST
    @Operation(operationId = "createUser", summary = "Create a user")
    @APIResponseSchema(value = UserRecord.class, responseCode = "201")
    public UserRecord create(@Nullable NewUserBody body) {
        UserRecord created = UserRecord.of(users.create(Bodies.required(body).command()));
        call.created("/users/" + created.username());
        return created;
    }

    @PATCH
    @Path("/{username}")
    @Operation(operationId = "changeUser", summary = "Change, disable or enable a user")
    public UserRecord change(@PathParam("username") String username, @Nullable UserPatch body) {
        return UserRecord.of(users.change(username, Bodies.required(body).command(), call.expectedVersion()));
    }

    @POST
    @Path("/{username}/password")
    @Operation(operationId = "changePassword", summary = "Give a user a new password")
    public UserRecord changePassword(@PathParam("username") String username, @Nullable PasswordBody body) {
        return UserRecord.of(
                users.changePassword(username, Bodies.required(body).command(), call.expectedVersion()));
    }

    @POST
    @Path("/{username}/unlocking")
    @Operation(operationId = "unlockUser", summary = "Forget a user's failed attempts to sign in")
    public UserRecord unlock(@PathParam("username") String username) {
        call.require(() -> UserRecord.of(users.find(username)).etag());
        return UserRecord.of(users.unlock(username));
    }
}
