package io.orderfield.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CausesTest {
    @Test
    void findsWhatABatchNamesNextToItsCause() {
        SQLException first = new SQLException("first", new IllegalStateException("within"));
        SQLException second = new SQLException("second");
        first.setNextException(second);
        RuntimeException wrapped = new RuntimeException(first);

        assertThat(Causes.of(wrapped)).containsExactly(wrapped, first, first.getCause(), second);
    }

    @Test
    void findsWhatAnotherNamesOfItsOwnWay() {
        RuntimeException outer = new RuntimeException("outer");
        RuntimeException linked = new RuntimeException("linked");

        assertThat(Causes.of(outer, t -> t == outer ? linked : null)).containsExactly(outer, linked);
    }

    @Test
    void comesToAnEndWhereCausesNameEachOther() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(Causes.of(one)).containsExactly(one, two);
    }
}
