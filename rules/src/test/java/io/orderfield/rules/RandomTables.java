package io.orderfield.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Random tables as CSV with, beside each cell, its meaning as a plain predicate: written without the grammar, the
 * columns or the engine of the module, so that it can judge all three. The values are few, so rows share and overlap a
 * lot.
 */
final class RandomTables {
    private static final LocalDate BASE = LocalDate.of(2026, 3, 1);
    private static final List<String> SPECIFICATIONS = List.of("ONT", "SDWAN-EDGE", "ACCESS-POINT", "LTE-ROUTER");
    private static final List<String> ACTIONS = List.of("ADD", "CHANGE", "DISCONNECT");
    private static final List<String> PLACES = List.of("North", "South", "ONT", "ADD", "2");

    private final Random random;

    RandomTables(Random random) {
        this.random = random;
    }

    /** A cell and its meaning. */
    private record Cell(String text, Predicate<PolicyFacts> meaning) {}

    /** The days on which a row counts. */
    private record Life(
            boolean active,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean hasOn(LocalDate day) {
            long number = day.toEpochDay();
            return active && (from == null || from.toEpochDay() <= number) && (to == null || number <= to.toEpochDay());
        }
    }

    /** A table as CSV and, per row, whether facts meet it on a day. */
    record Table(String csv, HitPolicy hitPolicy, List<BiPredicate<PolicyFacts, LocalDate>> rows) {
        /** The numbers of the rows that count. */
        List<Integer> matches(PolicyFacts facts, LocalDate day) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).test(facts, day)) {
                    numbers.add(i + 1);
                }
            }
            return hitPolicy == HitPolicy.FIRST && !numbers.isEmpty() ? numbers.subList(0, 1) : numbers;
        }
    }

    Table table() {
        List<BiPredicate<PolicyFacts, LocalDate>> rows = new ArrayList<>();
        StringBuilder csv = new StringBuilder();
        int size = 1 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            Map<String, Cell> cells = row();
            if (i == 0) {
                csv.append(String.join(",", cells.keySet())).append(",template,id,active,validFrom,validTo\n");
            }
            Life life = life();
            csv.append(cells.values().stream()
                            .map(cell -> '"' + cell.text() + '"')
                            .collect(Collectors.joining(",")))
                    .append(",T")
                    .append(i)
                    .append(",row-")
                    .append(size - i)
                    .append(life.active() ? "," : ",no")
                    .append(',')
                    .append(Objects.toString(life.from(), ""))
                    .append(',')
                    .append(Objects.toString(life.to(), ""))
                    .append('\n');
            rows.add((facts, day) -> life.hasOn(day)
                    && cells.values().stream().allMatch(cell -> cell.meaning().test(facts)));
        }
        return new Table(csv.toString(), random.nextInt(3) == 0 ? HitPolicy.FIRST : HitPolicy.COLLECT, rows);
    }

    private Life life() {
        LocalDate from = random.nextInt(5) == 0 ? day() : null;
        LocalDate to = random.nextInt(5) == 0 ? (from == null ? BASE : from).plusDays(random.nextInt(4)) : null;
        return new Life(random.nextInt(8) != 0, from, to);
    }

    /** A day about those on which rows begin and end to be valid. */
    LocalDate day() {
        return BASE.plusDays(random.nextInt(7));
    }

    private Map<String, Cell> row() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put(
                "characteristics.ports",
                sparse(() -> numbers(facts -> number(facts.characteristics().get("ports")))));
        cells.put(
                "characteristics.place",
                sparse(() -> texts(PLACES, facts -> facts.characteristics().get("place"))));
        cells.put("requestedDate", sparse(() -> dates(PolicyFacts::requestedDate)));
        cells.put("leadDays", sparse(() -> numbers(PolicyFacts::leadDays)));
        cells.put("priority", sparse(() -> numbers(PolicyFacts::priority)));
        cells.put("quantity", sparse(() -> numbers(PolicyFacts::quantity)));
        cells.put("segment", sparse(() -> texts(PLACES, PolicyFacts::segment)));
        cells.put("country", sparse(() -> texts(PLACES, PolicyFacts::country)));
        cells.put("region", sparse(() -> texts(PLACES, PolicyFacts::region)));
        cells.put("action", random.nextInt(4) == 0 ? blank() : texts(ACTIONS, PolicyFacts::action));
        cells.put(
                "specification", random.nextInt(4) == 0 ? blank() : texts(SPECIFICATIONS, PolicyFacts::specification));
        return cells;
    }

    private Cell sparse(Supplier<Cell> cell) {
        return random.nextInt(5) == 0 ? cell.get() : blank();
    }

    private Cell blank() {
        return new Cell(random.nextBoolean() ? "" : "-", facts -> true);
    }

    private Cell texts(List<String> values, Function<PolicyFacts, @Nullable String> fact) {
        List<String> some = new ArrayList<>();
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            some.add(pick(values));
        }
        String list = String.join(", ", some);
        if (random.nextInt(4) == 0) {
            return new Cell(
                    "not(" + list + ")", facts -> fact.apply(facts) != null && !some.contains(fact.apply(facts)));
        }
        return new Cell(list, facts -> fact.apply(facts) != null && some.contains(fact.apply(facts)));
    }

    private Cell numbers(Function<PolicyFacts, @Nullable Integer> fact) {
        int low = 1 + random.nextInt(4);
        int high = low + random.nextInt(5 - low);
        return range(Integer.toString(low), Integer.toString(high), low, high, facts -> {
            Integer number = fact.apply(facts);
            return number == null ? null : number.longValue();
        });
    }

    private Cell dates(Function<PolicyFacts, @Nullable LocalDate> fact) {
        LocalDate low = BASE.plusDays(random.nextInt(4));
        LocalDate high = low.plusDays(random.nextInt(3));
        return range(low.toString(), high.toString(), low.toEpochDay(), high.toEpochDay(), facts -> {
            LocalDate date = fact.apply(facts);
            return date == null ? null : date.toEpochDay();
        });
    }

    private Cell range(
            String lowText, String highText, long low, long high, Function<PolicyFacts, @Nullable Long> fact) {
        return switch (random.nextInt(8)) {
            case 0 -> new Cell(">=" + lowText, known(fact, value -> value >= low));
            case 1 -> new Cell(">" + lowText, known(fact, value -> value > low));
            case 2 -> new Cell("<=" + highText, known(fact, value -> value <= high));
            case 3 -> new Cell("<" + highText, known(fact, value -> value < high));
            case 4 -> new Cell("[" + lowText + ".." + highText + "]", known(fact, v -> v >= low && v <= high));
            case 5 -> new Cell(lowText + ", " + highText, known(fact, v -> v == low || v == high));
            case 6 -> new Cell("not(" + highText + ")", known(fact, v -> v != high));
            default -> new Cell(lowText, known(fact, v -> v == low));
        };
    }

    private static Predicate<PolicyFacts> known(Function<PolicyFacts, @Nullable Long> fact, Predicate<Long> test) {
        return facts -> {
            Long value = fact.apply(facts);
            return value != null && test.test(value);
        };
    }

    PolicyFacts facts() {
        FactsBuilder facts = FactsBuilder.facts(pick(ACTIONS), pick(SPECIFICATIONS))
                .quantity(1 + random.nextInt(5))
                .priority(1 + random.nextInt(4));
        facts.region(orMissing(pick(PLACES))).country(orMissing(pick(PLACES))).segment(orMissing(pick(PLACES)));
        facts.leadDays(orMissing(random.nextInt(6)));
        facts.requestedDate(orMissing(BASE.plusDays(random.nextInt(7))));
        if (random.nextBoolean()) {
            facts.characteristic("place", pick(PLACES));
        }
        if (random.nextBoolean()) {
            facts.characteristic("ports", Integer.toString(random.nextInt(6)));
        }
        return facts.build();
    }

    private <T> @Nullable T orMissing(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
