package io.orderfield.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.kernel.Json;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.ForbiddenException;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.EJBException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    record Body(int quantity, List<Body> items) {}

    @ParameterizedTest
    @EnumSource
    void givesEachKindOfRefusalItsStatus(Refusal.Kind kind) {
        int wanted = Map.of(
                        Refusal.Kind.INVALID, 400,
                        Refusal.Kind.FORBIDDEN, 403,
                        Refusal.Kind.NOT_FOUND, 404,
                        Refusal.Kind.CONFLICT, 409,
                        Refusal.Kind.STALE, 412,
                        Refusal.Kind.TOO_LARGE, 413,
                        Refusal.Kind.UNSUPPORTED_TYPE, 415)
                .get(kind);
        Problem problem = problem(Refusal.of(kind, "some-code.variant").with("number", 7));
        assertThat(problem.status()).isEqualTo(wanted);
        assertThat(problem.code()).isEqualTo("some-code");
        assertThat(problem.type()).isEqualTo("urn:orderfield:problem:some-code");
        assertThat(problem.arguments()).isEqualTo(Map.of("number", 7));
        assertThat(problem.detail()).isEqualTo(Sentence.of("some-code.variant").with("number", 7));
    }

    @Test
    void findsTheRefusalInWhatTheContainerWrapsAroundIt() {
        Exception wrapped = new RuntimeException(new EJBException(Refusal.conflict("wrong-state")));
        assertThat(problem(wrapped).code()).isEqualTo("wrong-state");
    }

    @Test
    void writesBlockersAndFieldErrorsAsMembersOfTheDocument() throws Exception {
        Refusal refusal = Refusal.conflict("open-work-orders")
                .with("number", "DO0001001")
                .with("count", 2)
                .showing("blockers", List.of(Map.of("kind", "work-order", "number", "WO0001001")));
        JsonNode json = Json.mapper().readTree(Reader.json(Locale.ENGLISH, Problem.of(refusal)));
        assertThat(json.at("/blockers/0/number").asText()).isEqualTo("WO0001001");
        assertThat(json.at("/detail").asText())
                .isEqualTo("The domain order DO0001001 can't be closed: 2 work orders are not closed.");
        assertThat(json.at("/arguments/number").asText()).isEqualTo("DO0001001");
        assertThat(json.at("/arguments/count").asInt()).isEqualTo(2);
        JsonNode wrong = Json.mapper()
                .readTree(
                        Reader.json(Locale.ENGLISH, Problem.of(Refusal.invalid("a.b", Sentence.of("field.required")))));
        assertThat(wrong.at("/errors/0/field").asText()).isEqualTo("a.b");
        assertThat(wrong.at("/errors/0/message").asText()).isEqualTo("is required");
        assertThat(wrong.at("/errors/0/code").asText()).isEqualTo("required");
        assertThat(wrong.at("/errors/0").has("arguments")).isFalse();
        assertThat(wrong.has("arguments")).isFalse();
        Sentence tooLong = Sentence.of("field.tooLong").with("length", 12).with("most", 10);
        JsonNode cut = Json.mapper().readTree(Reader.json(Locale.ENGLISH, Problem.of(Refusal.invalid("a", tooLong))));
        assertThat(cut.at("/errors/0/code").asText()).isEqualTo("too-long");
        assertThat(cut.at("/errors/0/arguments/most").asInt()).isEqualTo(10);
        assertThat(json.has("correlationId")).isFalse();
        assertThat(json.has("more")).isFalse();
        assertThat(json.has("retryAfterSeconds")).isFalse();
    }

    @Test
    void saysForbiddenWhereTheServiceDoesNotLetTheCallerIn() {
        ForbiddenException no =
                catchThrowableOfType(ForbiddenException.class, () -> Right.MANAGE_USERS.check(new CurrentCaller()));
        assertThat(problem(no)).returns(403, Problem::status).returns("forbidden", Problem::code);
    }

    @Test
    void tellsALostUpdateByWhetherTheCallerGuardedAgainstIt() {
        Exception lost = new EJBException(new OptimisticLockException());
        assertThat(Problems.of(lost, true)).returns(412, Problem::status).returns("stale", Problem::code);
        assertThat(Problems.of(lost, false)).returns(409, Problem::status).returns("changed-meanwhile", Problem::code);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, body-too-large",
        "415, unsupported-media-type",
        "418, refused",
        "500, internal-error",
        "502, internal-error",
        "503, try-again"
    })
    void namesWhatTheContainerChose(int status, String code) {
        assertThat(Problems.ofStatus(status).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00", "08006", "08001", "57P01", "53300"})
    void invitesToTryAgainWhenTheDatabaseWillRecover(String sqlState) {
        Problem problem = problem(new EJBException(new RuntimeException(new SQLException("gone", sqlState))));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("try-again");
        assertThat(problem.retryAfterSeconds()).isPositive();
    }

    @Test
    void invitesToTryAgainAfterALockTimeOut() {
        assertThat(problem(new EJBException(new LockTimeoutException())).status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22001"})
    void ownsUpToItsOwnErrorsWithoutTellingThem(String sqlState) {
        Problem problem = problem(new EJBException(new SQLException("insert into secret_table", sqlState)));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.code()).isEqualTo("internal-error");
        assertThat(reads(problem.detail())).startsWith("An error here").doesNotContain("secret");
    }

    @Test
    void survivesACircleOfCauses() {
        Exception a = new Exception("a");
        Exception b = new Exception("b", a);
        a.initCause(b);
        assertThat(problem(a).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"quantity\": ", "{\"quantity\": 1} x", "{'quantity': 1}", "nonsense", "{\"quantity\":1,}"})
    void tellsMalformedJson(String body) {
        assertThat(ofBody(body).code()).isIn("malformed-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quantity\": \"many\"}                        | quantity",
                "{\"quantity\": 1.5}                             | quantity",
                "{\"quantity\": 99999999999999}                  | quantity",
                "{\"quantity\": 1, \"items\": 7}                 | items",
                "{\"quantity\": 1, \"items\": [{\"quantity\": []}]} | items[0].quantity"
            })
    void namesTheFieldOfAWrongType(String body, String field) {
        Problem problem = ofBody(body);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("invalid-request");
        assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly(field);
        assertThat(reads(problem.errors().get(0).message()))
                .startsWith("must be ")
                .doesNotContain("java", "Exception");
    }

    @Test
    void asksForAnObjectWhereAnArrayCame() {
        assertThat(ofBody("[1, 2]"))
                .returns("invalid-request", Problem::code)
                .returns("The body must be an object.", problem -> reads(problem.detail()));
    }

    private static Problem ofBody(String body) {
        try {
            Json.mapper().readValue(body, Body.class);
        } catch (Exception e) {
            return problem(new RuntimeException(e));
        }
        throw new AssertionError("It can be read: " + body);
    }

    private static String reads(Sentence sentence) {
        return Reader.reads(Locale.ENGLISH, sentence);
    }

    private static Problem problem(Throwable failure) {
        return Problems.of(failure, false);
    }
}
