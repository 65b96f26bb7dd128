package io.orderfield.web.policy;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.PolicyService;
import io.orderfield.om.policy.PolicyVersionView;
import io.orderfield.om.policy.PolicyView;
import io.orderfield.web.api.ApiResource;
import io.orderfield.web.api.Call;
import io.orderfield.web.api.Idempotent;
import io.orderfield.web.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Work Order Policy for Domain Order: which work orders a domain order needs. */
@ApiResource
@Idempotent
@May(Right.READ_DECISION_TABLES)
@Path("/decision-tables/work-order-policy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables")
public class DecisionTableResource {
    @Inject
    PolicyService policies;

    @Inject
    Call call;

    @GET
    @Operation(operationId = "getWorkOrderPolicy", summary = "The current version with its rows")
    public PolicyView current() {
        return policies.currentTable();
    }

    @GET
    @Path("/versions")
    @Operation(operationId = "listWorkOrderPolicyVersions", summary = "Every version, newest first")
    public List<PolicyVersionView> versions(@BeanParam Paging paging) {
        return call.page(paging, policies.versions());
    }
}
