package io.orderfield.om.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@WithDatabase(schemas = "om", unit = "om")
class NumbersJpaTest {
    @DatabaseTest
    void givesNumbersOfEveryKind(TestDatabase database) {
        for (NumberKind kind : NumberKind.values()) {
            List<String> numbers = next(database, kind, 3);
            assertThat(numbers).hasSize(3).doesNotHaveDuplicates().isSorted();
            assertThat(numbers).allMatch(n -> n.matches("[A-Z]{2,4}\\d{7}"));
        }
    }

    @DatabaseTest
    void startsAt1001AndGoesOn(TestDatabase database) {
        database.doInTransaction(em -> em.createNativeQuery("alter sequence om.location_number restart with 1001")
                .executeUpdate());

        assertThat(next(database, NumberKind.LOCATION, 1)).containsExactly("LOC0001001");
        assertThat(next(database, NumberKind.LOCATION, 2)).containsExactly("LOC0001002", "LOC0001003");
    }

    @DatabaseTest
    void givesManyAtOnceAndNone(TestDatabase database) {
        assertThat(next(database, NumberKind.LINE_ITEM, 2_000)).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(next(database, NumberKind.LINE_ITEM, 0)).isEmpty();
    }

    @DatabaseTest
    void neverGivesANumberTwice(TestDatabase database) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> next(database, NumberKind.CUSTOMER_ORDER, 25));
            }
            List<String> all = new ArrayList<>();
            for (var result : threads.invokeAll(tasks)) {
                all.addAll(result.get());
            }
            assertThat(all).hasSize(1_000).doesNotHaveDuplicates();
        } finally {
            threads.shutdown();
        }
    }

    @DatabaseTest
    void refusesAnAbsurdCount(TestDatabase database) {
        assertThatThrownBy(() -> next(database, NumberKind.ACCOUNT, 100_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> next(database, NumberKind.ACCOUNT, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> next(TestDatabase database, NumberKind kind, int count) {
        return database.inTransaction(em -> new Numbers(em).next(kind, count));
    }
}
