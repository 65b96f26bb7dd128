package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.rules.Column.Kind;
import io.orderfield.rules.Condition.OneOf;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionGrammarTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "-", " - "})
    void takesABlankCellForAnyValue(String cell) throws Exception {
        for (Kind kind : Kind.values()) {
            assertThat(read(kind, cell)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            North                | North  | true
            North                | north  | false
            North                | South  | false
            North, South         | South  | true
            ' North ,South '     | North  | true
            North, South         | East   | false
            not(North)           | North  | false
            not(North, South)    | East   | true
            NOT (North , South)  | South  | false
            Côte d'Ivoire        | Côte d'Ivoire | true
            R&D / Lab_2.1+       | R&D / Lab_2.1+ | true
            """)
    void comparesListsExactly(String cell, String fact, boolean met) throws Exception {
        assertThat(condition(Kind.TEXT, cell).matches(fact)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5        | 5  | true
            05       | 5  | true
            5        | 6  | false
            1, 3     | 3  | true
            1, 3     | 2  | false
            not(1)   | 2  | true
            not(1)   | 1  | false
            >=5      | 5  | true
            >=5      | 4  | false
            > 5      | 5  | false
            >5       | 6  | true
            <=5      | 5  | true
            <=5      | 6  | false
            <5       | 4  | true
            <5       | 5  | false
            >-3      | -2 | true
            -3       | -3 | true
            [1..5]   | 1  | true
            [1..5]   | 5  | true
            [1..5]   | 6  | false
            (1..5]   | 1  | false
            (1..5]   | 5  | true
            [1..5)   | 5  | false
            ( 1 .. 3 ) | 2 | true
            [-3..-1] | -2 | true
            [5..5]   | 5  | true
            """)
    void comparesWholeNumbers(String cell, int fact, boolean met) throws Exception {
        assertThat(condition(Kind.WHOLE_NUMBER, cell).matches(fact)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31                 | 2026-01-31 | true
            2026-01-31                 | 2026-02-01 | false
            2026-01-31, 2026-02-01     | 2026-02-01 | true
            not(2026-12-25)            | 2026-12-25 | false
            >=2026-01-31               | 2026-01-31 | true
            <2026-01-31                | 2026-01-31 | false
            [2026-01-01..2026-01-31]   | 2026-01-31 | true
            [2026-01-01..2026-01-31)   | 2026-01-31 | false
            """)
    void comparesDates(String cell, LocalDate fact, boolean met) throws Exception {
        assertThat(condition(Kind.DATE, cell).matches(fact)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpon, xgspon              | gpon       | true
            500                       | 500        | true
            500                       | 500.0      | false
            >=500                     | 500.0      | true
            >=500                     | 1000       | true
            >=500                     | 99         | false
            >=500                     | fast       | false
            >=500                     | 1e9        | false
            >=500                     | +600       | false
            (0..2.5]                  | 2.50       | true
            (0..2.5]                  | 2.51       | false
            >=2026-01-01              | 2026-03-01 | true
            >=2026-01-01              | 2026-02-30 | false
            >=2026-01-01              | 5000       | false
            """)
    void comparesCharacteristicsByTheShapeOfTheCell(String cell, String fact, boolean met) throws Exception {
        assertThat(condition(Kind.CHARACTERISTIC, cell).matches(fact)).isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "not(5)", ">=5", "<5", "[1..5]"})
    void isNeverMetByAMissingFact(String cell) throws Exception {
        assertThat(condition(Kind.WHOLE_NUMBER, cell).matches(null)).isFalse();
        assertThat(condition(Kind.CHARACTERISTIC, cell).matches(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0)",
                "${jndi:ldap://example.org/x}",
                "#{facts.region}",
                "true; Runtime.getRuntime().exec(\"id\")",
                "North\" || true || \"",
                "eval(\"1\")",
                "this.region == 'North'",
                "@{exec('id')}",
                "=1+1",
                "=HYPERLINK(\"http://example.org\")",
                "@SUM(A1)",
                "$f : Object()",
                "North\nthen System.exit(1); end",
                "<script>alert(1)</script>",
                "North; DROP TABLE domain_order",
                "not(not(North))",
                "not(North",
                "not North",
                "!= North",
                ">=5",
                "[1..5]",
                "1..5",
                "North,",
                ",",
                "North,,South",
                "not()",
                "North\u0000",
                "North\u202Ehtron",
                "--North",
                "* ",
                "a[0]",
                "\\u0041"
            })
    void refusesHostileOrMalformedText(String cell) {
        for (Kind kind : Set.of(Kind.TEXT, Kind.SPECIFICATION, Kind.ACTION)) {
            assertThatThrownBy(() -> read(kind, cell)).isInstanceOf(MalformedCellException.class);
        }
    }

    @Test
    void keepsTextThatLooksLikeCodeAsAPlainValue() throws Exception {
        for (String value : Set.of("facts.region", "System.exit", "java.lang.Runtime", "null", "true", "a - b")) {
            Condition condition = condition(Kind.TEXT, value);
            assertThat(condition).isEqualTo(new OneOf(new TreeSet<>(Set.of(value))));
            assertThat(condition.matches(value)).isTrue();
            assertThat(condition.matches("North")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "five",
                "5.5",
                ">=",
                ">=five",
                ">= 5 5",
                "=5",
                "==5",
                "[1..5",
                "1..5]",
                "[1..]",
                "[..5]",
                "[5..1]",
                "(1..1]",
                "(1..2)",
                "9999999999",
                ">=99999999999999999999",
                "1e3",
                "0x10",
                "5 or 6",
                "[1...5]",
                "+5",
                ">=5, <=9",
                "Integer.MAX_VALUE",
                "٥",
                "[1..2026-01-01]"
            })
    void refusesWhatIsNoWholeNumber(String cell) {
        assertThatThrownBy(() -> read(Kind.WHOLE_NUMBER, cell)).isInstanceOf(MalformedCellException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                ">=2026-13-01",
                "31.01.2026",
                "2026-1-1",
                ">=5",
                "[2026-02-01..2026-01-01]",
                "(2026-01-01..2026-01-02)",
                "2026-01-01T00:00",
                "today",
                "+12026-01-01"
            })
    void refusesWhatIsNoDate(String cell) {
        assertThatThrownBy(() -> read(Kind.DATE, cell)).isInstanceOf(MalformedCellException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", ">=0", "[1..5]", "high"})
    void refusesAPriorityOutsideOneToFour(String cell) {
        assertThatThrownBy(() -> read(Kind.PRIORITY, cell)).isInstanceOf(MalformedCellException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "INSTALL", "ADD, REMOVE"})
    void refusesAnUnknownAction(String cell) {
        assertThatThrownBy(() -> read(Kind.ACTION, cell))
                .isInstanceOf(MalformedCellException.class)
                .hasMessageContaining("ADD, CHANGE, DISCONNECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {">=five", "[a..b]", ">=2026-13-45x", "(1..2026-01-01)", "< script"})
    void refusesARangeOfACharacteristicThatIsNeitherNumberNorDate(String cell) {
        assertThatThrownBy(() -> read(Kind.CHARACTERISTIC, cell)).isInstanceOf(MalformedCellException.class);
    }

    @Test
    void refusesLongListsAndLongCells() throws Exception {
        assertThat(read(Kind.TEXT, list(ConditionGrammar.MAX_LIST_LENGTH))).isNotNull();
        assertThatThrownBy(() -> read(Kind.TEXT, list(ConditionGrammar.MAX_LIST_LENGTH + 1)))
                .hasMessageContaining("more than 50 values");
        assertThatThrownBy(() -> read(Kind.TEXT, "A".repeat(ConditionGrammar.MAX_CELL_LENGTH + 1)))
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> read(Kind.TEXT, "A".repeat(65))).isInstanceOf(MalformedCellException.class);
    }

    @Test
    void checksListsAgainstTheKnownValues() throws Exception {
        Set<String> known = Set.of("ONT", "SDWAN-EDGE");
        assertThat(ConditionGrammar.read(Kind.SPECIFICATION, "ONT, SDWAN-EDGE", known))
                .isNotNull();
        assertThatThrownBy(() -> ConditionGrammar.read(Kind.SPECIFICATION, "not(ONT, TOASTER)", known))
                .hasMessage("unknown value 'TOASTER'");
        assertThat(ConditionGrammar.read(Kind.SPECIFICATION, "TOASTER", Set.of()))
                .isNotNull();
    }

    @Test
    void quotesACellSafely() {
        assertThatThrownBy(() -> read(Kind.TEXT, "x\r\nERROR forged " + "y".repeat(100)))
                .hasMessageContaining("'x??ERROR forged")
                .hasMessageContaining("…'")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT           | ' South,North , South' | North, South
            TEXT           | NOT (B,A)     | not(A, B)
            WHOLE_NUMBER   | 007           | 7
            WHOLE_NUMBER   | >= 5          | >=5
            WHOLE_NUMBER   | [ 1 .. 5 )    | [1..5)
            DATE           | > 2026-01-31  | >2026-01-31
            CHARACTERISTIC | >=100.50      | >=100.5
            CHARACTERISTIC | (0..1000]     | (0..1000]
            CHARACTERISTIC | <=2026-01-31  | <=2026-01-31
            """)
    void writesACanonicalTextThatReadsTheSame(Kind kind, String cell, String text) throws Exception {
        Condition condition = condition(kind, cell);
        assertThat(condition.text()).isEqualTo(text);
        assertThat(condition(kind, text)).isEqualTo(condition);
    }

    @Test
    void refusesValuesWhoseTextWouldBeAmbiguous() {
        for (String value : Set.of(">=5", "not(A)", "A, B", "", " A", "[1..5]")) {
            assertThatThrownBy(() -> new OneOf(new TreeSet<>(Set.of(value))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new OneOf(new TreeSet<>())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String list(int length) {
        return IntStream.range(0, length).mapToObj(i -> "V" + i).collect(Collectors.joining(","));
    }

    private static @Nullable Condition read(Kind kind, String cell) throws MalformedCellException {
        return ConditionGrammar.read(kind, cell, null);
    }

    private static Condition condition(Kind kind, String cell) throws MalformedCellException {
        Condition condition = read(kind, cell);
        assertThat(condition).isNotNull();
        return condition;
    }
}
