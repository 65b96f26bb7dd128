package io.orderfield.om.policy.testcase;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.SpecificationChecks;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.policy.DraftTrial;
import io.orderfield.om.policy.KnownTables;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The test cases of decision tables: made by hand, or of a domain order that there is. */
@Stateless
@May(Right.AUTHOR_DECISION_TABLES)
public class TestCaseService {
    private static final String WHAT = "testCase";
    private static final int LONGEST_NAME = 200;

    /** As many as the quantity of an item may be. */

    /** Each is asked of each draft that is to be published. */
    private static final int MOST_TEST_CASES = 500;

    /** As many as an order line item may need work orders. */
    private static final int MOST_EXPECTED = 200;

    private static final int LOWEST_PRIORITY = 4;

    @Inject
    private TestCases testCases;

    @Inject
    private Policies policies;

    @Inject
    private DomainOrders domainOrders;

    @Inject
    private CurrentUser caller;

    @Inject
    private Clock clock;

    /** By name. */
    @May(Right.READ_TABLE_DRAFTS)
    public List<TestCaseView> list(String table) {
        return testCases.of(KnownTables.named(table).code()).stream()
                .map(TestCase::view)
                .toList();
    }

    /**
     * Keeps a test case.
     *
     * @throws Refusal invalid-request, NOT_FOUND, no-facts-kept, too-many-test-cases
     */
    public TestCaseView create(String table, NewTestCase wanted) {
        String code = KnownTables.named(table).code();
        DraftTrial given = wanted.facts();
        if (given == null) {
            throw Refusal.invalid("facts", Sentence.of("field.required"));
        }
        if (testCases.count(code) >= MOST_TEST_CASES) {
            throw Refusal.conflict("too-many-test-cases").with("most", MOST_TEST_CASES);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        TestCase made;
        if (given.domainOrder() == null) {
            LocalDate date = Objects.requireNonNullElse(given.date(), today);
            made = testCase(code, wanted, given.facts(date), date, policies.current(), null);
        } else {
            DomainOrder order = domainOrders.seenBy(caller, given.domainOrder());
            PolicyFacts facts = Optional.ofNullable(order.decision().facts())
                    .orElseThrow(() -> Refusal.conflict("no-facts-kept").with("domainOrder", order.number()));
            made = testCase(
                    code,
                    wanted,
                    facts,
                    Objects.requireNonNullElse(given.date(), order.decision().date()),
                    policies.version(order.decision().tableVersion()),
                    order.number());
        }
        testCases.add(made);
        UniqueKey.flush(testCases.entityManager(), () -> Refusal.invalid("name", Sentence.of("field.twice")));
        return made.view();
    }

    private TestCase testCase(
            String table,
            NewTestCase wanted,
            PolicyFacts facts,
            LocalDate date,
            WorkOrderPolicy policy,
            @Nullable String domainOrder) {
        return new TestCase(
                table,
                name(Objects.requireNonNullElse(wanted.name(), Objects.requireNonNullElse(domainOrder, ""))),
                facts,
                date,
                wanted.expected() == null
                        ? ExpectedWork.of(policy.decide(facts, date), facts)
                        : expected(wanted.expected()),
                domainOrder,
                caller.name(),
                clock.instant());
    }

    private static String name(String text) {
        if (Blank.is(text)) {
            throw Refusal.invalid("name", Sentence.of("field.required"));
        }
        String name = Blank.strip(text);
        if (name.length() > LONGEST_NAME) {
            throw Refusal.invalid(
                    "name",
                    Sentence.of("field.tooLong").with("length", name.length()).with("most", LONGEST_NAME));
        }
        return name;
    }

    private static List<ExpectedWork> expected(List<@Nullable ExpectedWork> expected) {
        if (expected.size() > MOST_EXPECTED) {
            throw Refusal.invalid(
                    "expected",
                    Sentence.of("field.tooMany").with("count", expected.size()).with("most", MOST_EXPECTED));
        }
        Set<String> templates = new HashSet<>();
        for (int i = 0; i < expected.size(); i++) {
            ExpectedWork work = expected.get(i);
            if (work == null || work.template() == null) {
                throw Refusal.invalid("expected[" + i + "].template", Sentence.of("field.required"));
            }
            if (!templates.add(work.template())) {
                throw Refusal.invalid("expected[" + i + "].template", Sentence.of("field.twice"));
            }
            demandBetween("expected[" + i + "].number", work.number(), SpecificationChecks.MOST_OF_ONE);
            if (work.priority() != null) {
                demandBetween("expected[" + i + "].priority", work.priority(), LOWEST_PRIORITY);
            }
        }
        return List.copyOf(expected);
    }

    /** Of what no table can want a test case would be red for ever. */
    private static void demandBetween(String field, int number, int last) {
        if (number < 1 || number > last) {
            throw Refusal.invalid(
                    field, Sentence.of("field.between").with("first", 1).with("last", last));
        }
    }

    /** @throws Refusal NOT_FOUND */
    public void remove(String table, UUID id) {
        testCases.remove(testCases
                .find(KnownTables.named(table).code(), id)
                .orElseThrow(() -> Refusal.notFound(WHAT, id.toString())));
    }
}
