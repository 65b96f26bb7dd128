package io.orderfield.om.policy;

import static io.orderfield.om.policy.Policy.AUTHOR;
import static io.orderfield.om.policy.Policy.PUBLISHER;
import static io.orderfield.om.policy.Policy.TABLE;
import static io.orderfield.om.policy.Policy.drafts;
import static io.orderfield.om.policy.Policy.publications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A publication every 100 ms under sixteen threads of decisions: each decision is of one version alone. */
@WithDatabase(schemas = "om", unit = "om")
class PublicationUnderLoadJpaTest {
    private static final int THREADS = 16;
    private static final int PUBLICATIONS = 10;
    private static final int ROWS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final PolicyFacts FACTS =
            new PolicyFacts("FIBER-ACCESS", "ADD", "Lisboa", "PT", null, 1, 3, 10, null, Map.of());

    /** As a node has it: one for all its threads. */
    private final CompiledTables compiled = new CompiledTables();

    private final AtomicInteger published = new AtomicInteger(1);
    private final AtomicInteger decisions = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @DatabaseTest
    void decidesEachTimeByOneVersionAlone(TestDatabase database) throws Exception {
        Policy.fresh(database);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> deciding = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                deciding.add(threads.submit(() -> decideUntilItIsOver(database)));
            }
            for (int i = 0; i < PUBLICATIONS; i++) {
                int before = decisions.get();
                await().pollDelay(PAUSE)
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> decisions.get() > before
                                || deciding.stream().anyMatch(Future::isDone)); // which tells why below
                published.set(publish(database));
            }
            over.set(true);
            for (Future<?> one : deciding) {
                one.get(); // or what went wrong there
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(published).hasValue(1 + PUBLICATIONS);
        assertThat(decisions.get()).isGreaterThanOrEqualTo(THREADS);
    }

    private void decideUntilItIsOver(TestDatabase database) {
        while (!over.get()) {
            int atLeast = published.get();
            database.doInTransaction(em -> {
                PolicyService policies = Policy.on(em).with(compiled).get(PolicyService.class);
                WorkOrderPolicy policy = policies.current();
                assertThat(policy.version()).isGreaterThanOrEqualTo(atLeast);
                assertThat(templates(policy)).isEqualTo(wantedBy(policy.version()));
                WorkOrderPolicy first = policies.version(1);
                assertThat(templates(first)).isEqualTo(wantedBy(1));
            });
            decisions.incrementAndGet();
        }
    }

    private static List<String> templates(WorkOrderPolicy policy) {
        return policy.decide(FACTS, DAY).stream().map(RowMatch::template).toList();
    }

    /** Every row of a version names it. */
    private static List<String> wantedBy(int version) {
        return version == 1
                ? List.of("SITE-SURVEY", "FIBER-INSTALL")
                : IntStream.range(0, ROWS)
                        .mapToObj(row -> template(version, row))
                        .toList();
    }

    private static String template(int version, int row) {
        return "V" + version + "-" + row;
    }

    private static int publish(TestDatabase database) {
        DraftView draft = drafts(database, AUTHOR, s -> s.create(TABLE, null));
        int next = draft.replaces() + 1;
        List<DraftRowView> rows = IntStream.range(0, ROWS)
                .mapToObj(row -> new DraftRowView(
                        "r" + row,
                        null,
                        null,
                        null,
                        null,
                        Map.of("specification", "FIBER-ACCESS", "template", template(next, row))))
                .toList();
        drafts(database, AUTHOR, s -> s.replace(TABLE, draft.id(), new DraftContent(null, rows), null));
        PublicationRequest request = new PublicationRequest("the next one, " + Instant.now(), null, "so it is", null);
        return publications(database, PUBLISHER, Map.of(), s -> s.publish(TABLE, draft.id(), request, null))
                .version();
    }
}
