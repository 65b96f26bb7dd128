package io.orderfield.web.catalog;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogFilter;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.NewAccount;
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

/** Accounts; a correction also reaches the open work that uses the account. */
@ApiResource
@Idempotent
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
public class AccountResource {
    @Inject
    CatalogService catalog;

    @Inject
    Call call;

    @May(Right.READ_CUSTOMERS)
    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts by name; a partner's own only")
    public List<AccountView> list(
            @BeanParam Paging paging,
            @BeanParam CatalogQuery query,
            @Parameter(description = "The key under which another system knows it")
                    @QueryParam("externalCode")
                    @Nullable
                    String externalCode) {
        CatalogFilter filter = query.ofAccount(null, externalCode);
        return call.page(paging, catalog.countAccounts(filter), catalog.accounts(filter, paging.first(), paging.max()));
    }

    @May(value = Right.READ_CUSTOMERS, hidden = true)
    @GET
    @Path("/{number}")
    @Operation(operationId = "getAccount", summary = "An account")
    public AccountView find(@PathParam("number") String number) {
        return catalog.account(number);
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @POST
    @Operation(operationId = "createAccount", summary = "Create an account")
    @APIResponseSchema(value = AccountView.class, responseCode = "201")
    public AccountView create(@Nullable NewAccount body) {
        AccountView created = catalog.createAccount(Bodies.required(body));
        call.created("/accounts/" + created.number());
        return created;
    }

    @May(Right.KEEP_REFERENCE_DATA)
    @PATCH
    @Path("/{number}")
    @Operation(operationId = "correctAccount", summary = "Correct an account")
    public AccountView correct(@PathParam("number") String number, @Nullable AccountCorrection body) {
        return catalog.correctAccount(number, Bodies.required(body), call.expectedVersion());
    }
}
