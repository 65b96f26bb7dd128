package io.orderfield.om.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.testing.Users;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

@WithDatabase(schemas = "om", unit = "om")
class PolicyServiceJpaTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.123Z");

    @DatabaseTest
    void publishesTheShippedPolicyOnceAlsoWithTwoNodes(TestDatabase database) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> publish(database)),
                        CompletableFuture.runAsync(() -> publish(database)))
                .join();
        publish(database);

        database.doInTransaction(em -> {
            PolicyService service = Injected.as(Users.AGENT, new PolicyService(), em, new CompiledPolicies());
            assertThat(service.versions()).singleElement().satisfies(v -> {
                assertThat(v.version()).isEqualTo(1);
                assertThat(v.publishedAt()).isEqualTo(AT);
                assertThat(v.rows()).isEqualTo(DecisionTableCsv.shipped().rows().size());
            });
            PolicyView table = service.currentTable();
            assertThat(table.rows())
                    .hasSize(table.rows().get(table.rows().size() - 1).row());
            assertThat(table.rows().get(0).conditions()).containsEntry("specification", "FIBER-ACCESS");
        });
    }

    @DatabaseTest
    void decidesWithWhatWasPublished(TestDatabase database) {
        publish(database);
        PolicyFacts facts = new PolicyFacts("FIBER-ACCESS", "ADD", "Lisboa", "PT", null, 1, 3, 10, null, Map.of());

        database.doInTransaction(em -> {
            CompiledPolicies compiled = new CompiledPolicies();
            PolicyService service = Injected.into(new PolicyService(), em, compiled);
            assertThat(service.current().decide(facts, LocalDate.of(2026, 11, 23)))
                    .extracting("template")
                    .containsExactly("SITE-SURVEY", "FIBER-INSTALL");
            assertThat(service.version(1)).isSameAs(service.current());
        });
    }

    @DatabaseTest
    void doesNotKnowOtherVersions(TestDatabase database) {
        publish(database);
        assertThatThrownBy(() ->
                        database.inTransaction(em -> Injected.into(new PolicyService(), em, new CompiledPolicies())
                                .version(99)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private static void publish(TestDatabase database) {
        database.doInTransaction(em -> Injected.into(new ShippedPolicy(), em, Clock.fixed(AT, ZoneOffset.UTC))
                .publish());
    }
}
