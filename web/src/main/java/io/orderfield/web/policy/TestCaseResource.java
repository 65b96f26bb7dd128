package io.orderfield.web.policy;

import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.om.policy.testcase.TestCaseView;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Test cases of decision tables: facts, and the work orders that a table is to want for them. */
@ApiResource
@Idempotent
@May(Right.AUTHOR_DECISION_TABLES)
@Path("/decision-tables/{table}/test-cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables")
public class TestCaseResource {
    @Inject
    TestCaseService testCases;

    @Inject
    Call call;

    @PathParam("table")
    String table;

    @GET
    @May(Right.READ_TABLE_DRAFTS)
    @Operation(operationId = "listDecisionTableTestCases", summary = "Every test case of the table, by name")
    public List<TestCaseView> list(@BeanParam Paging paging) {
        return call.page(paging, testCases.list(table));
    }

    @POST
    @Operation(
            operationId = "createDecisionTableTestCase",
            summary = "Keep a test case, made by hand or of a domain order that there is")
    @APIResponseSchema(value = TestCaseView.class, responseCode = "201")
    public TestCaseView create(@Nullable NewTestCase body) {
        TestCaseView testCase = testCases.create(table, Bodies.required(body));
        call.created("/decision-tables/" + table + "/test-cases/" + testCase.id());
        return testCase;
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeDecisionTableTestCase", summary = "Take a test case out")
    public void remove(@PathParam("id") UUID id) {
        testCases.remove(table, id);
    }
}
