package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publish;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.om.policy.testcase.TestCaseView;
import io.orderfield.om.user.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class TestCasesJpaTest {

    @DatabaseTest
    void expectsWhatTheTableSaysWhereNothingElseIsSaid(TestDatabase database) {
        Policy.fresh(database);
        TestCaseView made = create(database, new NewTestCase("fiber", fiber(), null));
        assertThat(made.expected())
                .containsExactly(new ExpectedWork("SITE-SURVEY", 1, null), new ExpectedWork("FIBER-INSTALL", 1, null));
        assertThat((int) TestCasesJpaTest.<Integer>testCases(
                        database, PUBLISHER, s -> s.list(TABLE).size()))
                .isEqualTo(1);
        refused("invalid-request", () -> create(database, new NewTestCase("fiber", fiber(), null)));
        refused("invalid-request", () -> create(database, new NewTestCase(" ", fiber(), null)));
        refused("invalid-request", () -> create(database, new NewTestCase("other", null, null)));
        for (ExpectedWork never : List.of(
                new ExpectedWork("SITE-SURVEY", 0, null),
                new ExpectedWork("SITE-SURVEY", 10_000, null),
                new ExpectedWork("SITE-SURVEY", 1, 5))) {
            refused("invalid-request", () -> create(database, new NewTestCase("other", fiber(), List.of(never))));
        }
        refused(
                "forbidden",
                () -> testCases(database, PUBLISHER, s -> s.create(TABLE, new NewTestCase("other", fiber(), null))));
    }

    @DatabaseTest
    void publishesNothingWhileOneIsRedUnlessItIsSaidWhy(TestDatabase database) {
        Policy.fresh(database);
        create(database, new NewTestCase("fiber", fiber(), List.of(new ExpectedWork("SITE-SURVEY", 1, null))));
        DraftView draft = drafts(database, AUTHOR, s -> Policy.wanting(s, "FIBER-ACCESS", "QUALITY-CHECK"));
        List<TestCaseResult> results = drafts(database, PUBLISHER, s -> s.test(TABLE, draft.id()));
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.wanted()).containsExactly(new ExpectedWork("QUALITY-CHECK", 1, null));
            assertThat(result.rows()).containsExactly(1);
        });
        assertThat(refused("test-cases-red", () -> publish(database, draft.id(), null))
                        .data())
                .containsKey("testCases");
        assertThat(publish(database, draft.id(), "nobody surveys any more").warnings())
                .isEqualTo("nobody surveys any more");
    }

    @DatabaseTest
    void takesOneOut(TestDatabase database) {
        Policy.fresh(database);
        UUID id = create(database, new NewTestCase("fiber", fiber(), null)).id();
        testCases(database, AUTHOR, s -> removed(s, id));
        refused("not-found", () -> testCases(database, AUTHOR, s -> removed(s, id)));
    }

    private static Object removed(TestCaseService service, UUID id) {
        service.remove(TABLE, id);
        return id;
    }

    private static DraftTrial fiber() {
        return new DraftTrial(null, "FIBER-ACCESS", "ADD", "Lisboa", null, null, null, null, null, null, null, null);
    }

    private static TestCaseView create(TestDatabase database, NewTestCase wanted) {
        return testCases(database, AUTHOR, s -> s.create(TABLE, wanted));
    }

    private static <T> T testCases(TestDatabase database, CurrentUser caller, Function<TestCaseService, T> work) {
        return database.inTransaction(
                em -> work.apply(Policy.as(caller, em, Map.of()).get(TestCaseService.class)));
    }
}
