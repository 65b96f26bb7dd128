package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionSetsTest {
    private static final LocalDate BASE = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "blank",
            value = {
                "TEXT           | blank                        | A                             | true",
                "TEXT           | A                            | blank                         | false",
                "TEXT           | 'A, B'                       | B                             | true",
                "TEXT           | A                            | 'A, B'                        | false",
                "TEXT           | not(A)                       | 'not(A, B)'                   | true",
                "TEXT           | not(A)                       | B                             | true",
                "TEXT           | not(A)                       | 'A, B'                        | false",
                "ACTION         | 'CHANGE, DISCONNECT'         | not(ADD)                      | true",
                "PRIORITY       | '1, 2'                       | <=2                           | true",
                "PRIORITY       | <=2                          | 'not(3, 4)'                   | true",
                "WHOLE_NUMBER   | >4                           | >=5                           | true",
                "WHOLE_NUMBER   | >=5                          | >4                            | true",
                "WHOLE_NUMBER   | [1..5]                       | (1..5)                        | true",
                "WHOLE_NUMBER   | (1..5)                       | [1..5]                        | false",
                "WHOLE_NUMBER   | [1..5]                       | '2, 5'                        | true",
                "WHOLE_NUMBER   | 5                            | '[5..6)'                      | true",
                "DATE           | >=2026-03-02                 | >2026-03-01                   | true",
                "DATE           | >2026-03-01                  | >=2026-03-01                  | false",
                "CHARACTERISTIC | >2.5                         | >=2.5                         | false",
                "CHARACTERISTIC | >=2.5                        | >2.5                          | true",
                "CHARACTERISTIC | >=1                          | >=2026-03-01                  | false"
            })
    void includes(Column.Kind kind, @Nullable String wide, @Nullable String narrow, boolean so)
            throws MalformedCellException {
        assertThat(ConditionSets.includes(normal(kind, wide), normal(kind, narrow)))
                .isEqualTo(so);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "blank",
            value = {
                "TEXT           | blank         | A               | false",
                "TEXT           | A             | B               | true",
                "TEXT           | 'A, B'        | not(A)          | false",
                "TEXT           | A             | 'not(A, B)'     | true",
                "PRIORITY       | <2            | not(1)          | true",
                "WHOLE_NUMBER   | <5            | >4              | true",
                "WHOLE_NUMBER   | <=5           | >4              | false",
                "CHARACTERISTIC | <5            | >4              | false",
                "CHARACTERISTIC | <5            | >=5             | true",
                "CHARACTERISTIC | <5            | >=2026-03-01    | true",
                "DATE           | <2026-03-02   | >2026-02-28     | false",
                "DATE           | <2026-03-02   | >2026-03-01     | true"
            })
    void apart(Column.Kind kind, @Nullable String one, @Nullable String other, boolean so)
            throws MalformedCellException {
        assertThat(ConditionSets.apart(normal(kind, one), normal(kind, other))).isEqualTo(so);
        assertThat(ConditionSets.apart(normal(kind, other), normal(kind, one))).isEqualTo(so);
    }

    @Test
    void knowsWhatNothingCanMeet() throws MalformedCellException {
        assertThat(normal(Column.Kind.ACTION, "not(ADD, CHANGE, DISCONNECT)")).isNull();
        assertThat(normal(Column.Kind.PRIORITY, "<1")).isNull();
    }

    /** Judged by facts, which know nothing of sets. */
    @ParameterizedTest
    @EnumSource(Column.Kind.class)
    void saysNothingThatFactsContradict(Column.Kind kind) throws MalformedCellException {
        Random random = new Random(20261130);
        int included = 0;
        int apart = 0;
        List<Object> facts = facts(kind);
        for (int i = 0; i < 20_000; i++) {
            Condition one = normal(kind, cell(kind, random));
            Condition other = normal(kind, cell(kind, random));
            if (one == null || other == null) {
                continue;
            }
            if (ConditionSets.includes(one, other)) {
                included++;
                assertThat(facts).allMatch(fact -> !other.matches(fact) || one.matches(fact), one + " > " + other);
            }
            if (ConditionSets.apart(one, other)) {
                apart++;
                assertThat(facts).noneMatch(fact -> one.matches(fact) && other.matches(fact));
            }
        }
        assertThat(included).isPositive();
        assertThat(apart).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Column.Kind.class)
    void writesTheSameSetAnew(Column.Kind kind) throws MalformedCellException {
        Random random = new Random(1130);
        for (int i = 0; i < 2_000; i++) {
            Condition written = ConditionGrammar.read(kind, cell(kind, random), null);
            Condition normal = ConditionSets.normal(kind, Objects.requireNonNull(written));
            assertThat(facts(kind))
                    .allMatch(
                            fact -> written.matches(fact) == (normal != null && normal.matches(fact)), written.text());
        }
    }

    private static @Nullable Condition normal(Column.Kind kind, @Nullable String cell) throws MalformedCellException {
        Condition condition = cell == null ? null : ConditionGrammar.read(kind, cell, null);
        return condition == null ? null : ConditionSets.normal(kind, condition);
    }

    private static List<Object> facts(Column.Kind kind) {
        List<Object> facts = new ArrayList<>();
        switch (kind) {
            case ACTION -> facts.addAll(Column.ACTIONS);
            case PRIORITY -> facts.addAll(List.of(1, 2, 3, 4));
            case WHOLE_NUMBER -> facts.addAll(List.of(-1, 0, 1, 2, 3, 4, 5, 6, 7, 100));
            case DATE -> {
                for (int day = -2; day < 9; day++) {
                    facts.add(BASE.plusDays(day));
                }
            }
            case TEXT, SPECIFICATION -> facts.addAll(List.of("A", "B", "C", "D"));
            case CHARACTERISTIC ->
                facts.addAll(
                        List.of("A", "B", "1", "1.5", "2", "2.0", "3", "7", "2026-03-01", "2026-03-02", "2027-01-01"));
        }
        return facts;
    }

    private static String cell(Column.Kind kind, Random random) {
        return switch (kind) {
            case ACTION -> list(Column.ACTIONS, random);
            case TEXT, SPECIFICATION -> list(List.of("A", "B", "C"), random);
            case PRIORITY ->
                random.nextBoolean() ? list(List.of("1", "2", "3", "4"), random) : range(random, 1, 2, 3, 4);
            case WHOLE_NUMBER ->
                random.nextBoolean() ? list(List.of("0", "2", "5"), random) : range(random, 0, 2, 4, 6);
            case DATE ->
                random.nextBoolean()
                        ? list(List.of(BASE.toString(), BASE.plusDays(2).toString()), random)
                        : range(random, BASE, BASE.plusDays(2), BASE.plusDays(4), BASE.plusDays(6));
            case CHARACTERISTIC ->
                switch (random.nextInt(3)) {
                    case 0 -> list(List.of("A", "1.5", "2", "2.0"), random);
                    case 1 -> range(random, "1", "1.5", "2", "3");
                    default -> range(random, BASE, BASE.plusDays(1), BASE.plusDays(3), BASE.plusDays(5));
                };
        };
    }

    private static String list(List<String> values, Random random) {
        String list = random.nextBoolean()
                ? values.get(random.nextInt(values.size()))
                : values.get(random.nextInt(values.size())) + ", " + values.get(random.nextInt(values.size()));
        return random.nextInt(3) == 0 ? "not(" + list + ")" : list;
    }

    private static String range(Random random, Object... bounds) {
        int low = random.nextInt(3);
        Object high = bounds[low + 1 + random.nextInt(3 - low)];
        return switch (random.nextInt(6)) {
            case 0 -> ">=" + bounds[low];
            case 1 -> ">" + bounds[low];
            case 2 -> "<=" + high;
            case 3 -> "<" + high;
            case 4 -> "[" + bounds[low] + ".." + high + "]";
            default -> "[" + bounds[low] + ".." + high + ")";
        };
    }
}
