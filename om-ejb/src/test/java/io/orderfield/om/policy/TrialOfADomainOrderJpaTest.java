package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.om.policy.testcase.TestCaseView;
import io.orderfield.om.testing.OrderManagementTest;
import java.util.UUID;

/** What a draft would say of a domain order that there is, with the facts on which it was decided. */
@WithDatabase(schemas = "om", unit = "om")
class TrialOfADomainOrderJpaTest extends OrderManagementTest {

    @DatabaseTest
    void asksTheFactsThatDecided(TestDatabase database) {
        Policy.shipped(database);
        DomainOrderView service = domainOrder(database, approved(database), "service");
        TriedDraft tried = tried(database, service);
        assertThat(tried.facts().specification()).isEqualTo("FIBER-ACCESS");
        assertThat(tried.date()).isNotNull();
        assertThat(tried.hits()).containsExactly(1, 2);
        assertThat(tried.wanted())
                .containsExactly(new ExpectedWork("SITE-SURVEY", 1, null), new ExpectedWork("FIBER-INSTALL", 1, null));

        TestCaseView made = in(database, om -> om.as(AUTHOR, TestCaseService.class)
                .create(TABLE, new NewTestCase(null, trial(service), null)));
        assertThat(made.name()).isEqualTo(service.number());
        assertThat(made.domainOrder()).isEqualTo(service.number());
        assertThat(made.expected()).extracting(ExpectedWork::template).containsExactly("SITE-SURVEY", "FIBER-INSTALL");
    }

    @DatabaseTest
    void doesNotGuessThemWhereTheyWereNotKept(TestDatabase database) {
        Policy.shipped(database);
        DomainOrderView service = domainOrder(database, approved(database), "service");
        database.doInTransaction(em ->
                em.createNativeQuery("update om.domain_order set facts = null").executeUpdate());
        refused("no-facts-kept", () -> tried(database, service));
    }

    private TriedDraft tried(TestDatabase database, DomainOrderView order) {
        return in(database, om -> {
            DraftService drafts = om.as(AUTHOR, DraftService.class);
            UUID draft = drafts.create(TABLE, null).id();
            return drafts.evaluate(TABLE, draft, trial(order));
        });
    }

    private static DraftTrial trial(DomainOrderView order) {
        return DraftTrial.of(order.number(), null);
    }
}
