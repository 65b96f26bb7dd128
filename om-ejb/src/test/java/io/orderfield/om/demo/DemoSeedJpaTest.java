package io.orderfield.om.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Beans;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.files.DecisionTableCsv;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@WithDatabase(schemas = "om", unit = "om")
class DemoSeedJpaTest {
    @DatabaseTest
    void addsEverythingOnce(TestDatabase database) {
        Map<String, String> passwords = ensure(database, null);
        assertThat(passwords)
                .hasSize(12)
                .containsKeys("agent", "manager", "partner", "field-system", "author", "publisher");
        assertThat(passwords.values()).doesNotHaveDuplicates().allMatch(p -> p.length() >= 16);
        List<Long> counts = counts(database);
        assertThat(counts).containsExactly(5L, 12L, 15L, 12L);

        assertThat(ensure(database, null)).isEmpty();
        assertThat(counts(database)).isEqualTo(counts);
    }

    @DatabaseTest
    void neverTellsTheCommonPassword(TestDatabase database) {
        database.clear();
        assertThat(ensure(database, "set by the operator")).isEmpty();
        assertThat(DemoNotice.text(9443, Map.of(), true))
                .contains("https://localhost:9443", "field-system", "Pia Costa");
    }

    @Test
    void showsEachRandomPasswordOnce() {
        assertThat(DemoNotice.text(9443, Map.of("agent", "s3cret-once"), false)).containsOnlyOnce("s3cret-once");
    }

    @Test
    void sellsWhatTheShippedPolicyKnows() {
        Set<String> codes = DemoCatalog.specifications().stream()
                .map(SpecificationView::code)
                .collect(Collectors.toSet());
        assertThat(DecisionTableCsv.read(DecisionTableCsv.shippedCsv(), new KnownValues(codes, null))
                        .rows())
                .isNotEmpty();
    }

    private static Map<String, String> ensure(TestDatabase database, String password) {
        return database.inTransaction(em -> demo(em).get(DemoSeed.class).ensure(password));
    }

    /** As at the start, where nobody calls. */
    private static Beans demo(EntityManager em) {
        return new Beans(DemoSeed.class, em, Clock.systemUTC(), new CurrentCaller());
    }

    private static List<Long> counts(TestDatabase database) {
        return database.inTransaction(em -> List.of("Account", "Location", "Specification", "UserAccount").stream()
                .map(entity -> em.createQuery("select count(e) from " + entity + " e", Long.class)
                        .getSingleResult())
                .toList());
    }
}
