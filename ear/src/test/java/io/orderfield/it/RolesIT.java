package io.orderfield.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.it.support.Api;
import io.orderfield.it.support.FieldRecords;
import io.orderfield.it.support.RestOperation;
import io.orderfield.it.support.RunningServer;
import io.orderfield.messaging.right.Role;
import io.orderfield.messaging.right.Scope;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cell of the table of rights, tried by every call of the API: what it says is what the server does. */
@ExtendWith(RunningServer.class)
class RolesIT {
    /** Not JSON, not CSV: whoever is told so has been let in. */
    private static final String NONSENSE = "{\"";

    private static Api api;
    private static FieldRecords others;

    @BeforeAll
    static void server(RunningServer running) {
        api = running.api();
        others = FieldRecords.foreign(api);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aCallWithoutTheRightIsRefusedBeforeItsBodyIsRead(Role role) {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (RestOperation call : RestOperation.all()) {
            if (call.right().of(role) != Scope.NONE) {
                continue;
            }
            refused++;
            Response answer = tried(role, call, others);
            String code = answer.statusCode() >= 400 ? answer.path("code") : "";
            String wanted = call.hidden() ? "404 not-found" : "403 forbidden";
            if (!(answer.statusCode() + " " + code).equals(wanted)) {
                wrong.add(call.method() + " " + call.path() + ": " + answer.statusCode() + " " + code);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aCallWithTheRightIsLetIn(Role role) {
        List<String> wrong = new ArrayList<>();
        for (RestOperation call : RestOperation.all()) {
            Scope scope = call.right().of(role);
            if (scope == Scope.NONE) {
                continue;
            }
            boolean isOthers = scope == Scope.OWN && others.isNamedBy(call.path());
            // whoever may do it to every record does it to none here
            Response answer = tried(role, call, isOthers || call.method().equals("GET") ? others : FieldRecords.none());
            int status = answer.statusCode();
            boolean failed = status == 401 || status == 403 || status >= 500;
            if (failed || isOthers && status != 404) {
                wrong.add(call.method() + " " + call.path() + ": " + status + " " + answer.asString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRecordOfOnesOwnIsShown() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Set.of(Role.PARTNER, Role.TECHNICIAN, Role.FIELD_SYSTEM)) {
            FieldRecords own = FieldRecords.of(api, Api.user(role));
            int seen = 0;
            for (RestOperation call : RestOperation.all()) {
                if (call.method().equals("GET") && call.right().of(role) == Scope.OWN && own.isNamedBy(call.path())) {
                    seen++;
                    int status = tried(role, call, own).statusCode();
                    if (status != 200 && status != 409) { // a state may stand against it, a right must not
                        wrong.add(Api.user(role) + " " + call.path() + ": " + status);
                    }
                }
            }
            assertThat(seen).as(role.word()).isPositive();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void listsOfOnesOwnHaveNoOthers() {
        for (String user : List.of("technician", "field-system")) {
            FieldRecords own = FieldRecords.of(api, user);
            assertThat(numbers(user, "/work-orders?sort=-createdAt"))
                    .contains(own.workOrder())
                    .doesNotContain(others.workOrder());
            for (String list : List.of("/work-order-tasks", "/dispatch/tasks")) {
                assertThat(numbers(user, list + "?state=ASSIGNED")).as(list).contains(own.task());
                assertThat(numbers(user, list + "?state=PENDING_DISPATCH"))
                        .as(list)
                        .doesNotContain(others.task());
            }
            assertThat(numbers(user, "/work-orders?q=" + others.workOrder())).isEmpty();
        }
        assertThat(api.get("technician", "/technicians").getList("username")).containsExactly("technician");
        assertThat(api.get("field-system", "/technicians").getList("username")).containsExactly("contractor");
    }

    private static List<String> numbers(String user, String list) {
        return api.get(user, list + (list.contains("?") ? "&" : "?") + "size=200")
                .getList("number");
    }

    private static Response tried(Role role, RestOperation call, FieldRecords records) {
        RequestSpecification request = api.as(Api.user(role)).accept("*/*");
        String path = records.in(call.path());
        return call.method().equals("GET")
                ? request.get(path)
                : request.contentType(call.contentType())
                        .body(NONSENSE.getBytes(StandardCharsets.UTF_8))
                        .request(call.method(), path);
    }
}
