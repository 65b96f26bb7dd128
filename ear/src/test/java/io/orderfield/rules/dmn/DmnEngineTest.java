package io.orderfield.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.Column;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.ResultColumn;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.files.DecisionTableCsv;
import io.orderfield.rules.files.DmnExport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** An engine of DMN reads what is exported and decides likewise. It is here because no code of ours may stand beside it. */
class DmnEngineTest {
    private static final LocalDate BASE = LocalDate.of(2026, 3, 1);

    /** A row or two for each kind of cell. */
    private static final DecisionTable TABLE = DecisionTableCsv.read("""
            id,specification,action,region,quantity,priority,leadDays,requestedDate,characteristics.speed,characteristics.since,template,priorityOverride,workOrders,note,active,validFrom,validTo
            x1,"A, B",,,,,,,,,T,1,,,,,
            x2,,,not(North),,,,,,,T,,one per unit,,,,
            x3,,,,>=2,,,,,,T,,,,,,
            x4,,,,"1, 3",,,,,,T,,,"<note> & more, ""so"" ",,,
            x5,,,,,not(1),,,,,T,,,,,,
            x6,,,,,,[1..3),,,,T,,,,,,
            x7,,,,,,not(2),,,,T,,,,,,
            x8,,,,,,,>=2026-03-03,,,T,,,,,,
            x9,,,,,,,not(2026-03-02),,,T,,,,,,
            x10,,,,,,,"2026-03-02, 2026-03-04",,,T,,,,,,
            x11,,,,,,,,>=2,,T,,,,,,
            x12,,,,,,,,(1..2.5],,T,,,,,,
            x13,,,,,,,,>=2026-01-01,,T,,,,,,
            x14,,,,,,,,not(fast),,T,,,,,,
            x15,,,,,,,,"500, 1",,T,,,,,,
            x16,,,,,,,,,[2026-02-01..2026-03-01),T,,,,,,
            x17,,,,,,,,,,T,,,,no,,
            x18,,,,,,,,,,T,,,,,2026-03-02,2026-03-04
            x19,,not(ADD),,,,,,,,U,,,,,2026-03-03,
            x20,not(A),,,,,,,,,U,,,,,,2026-03-03
            """, KnownValues.UNCHECKED);

    private final Random random = new Random(1130);

    @ParameterizedTest
    @EnumSource
    void decidesLikewise(HitPolicy hitPolicy) {
        DecisionTable table = new DecisionTable(TABLE.shape(), hitPolicy, TABLE.rows());
        CompiledTable ours = CompiledTable.compile(1, table);
        DMNRuntime engine = engine(table);
        int rows = 0;
        for (int i = 0; i < 500; i++) {
            PolicyFacts facts = facts();
            LocalDate day = BASE.plusDays(random.nextInt(6));
            List<Map<String, @Nullable Object>> expected =
                    ours.decide(facts, day).stream().map(DmnEngineTest::results).toList();

            assertThat(decide(engine, facts, day)).as("%s, %s", facts, day).isEqualTo(expected);
            rows += expected.size();
        }
        assertThat(rows).isGreaterThan(400);
    }

    @Test
    void readsTheShippedTable() {
        assertThat(model(engine(DecisionTableCsv.shipped())).getMessages()).isEmpty();
    }

    private static DMNRuntime engine(DecisionTable table) {
        Resource file = ResourceFactory.newByteArrayResource(DmnExport.write(table));
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(file))
                .getOrElseThrow(e -> new IllegalStateException("the engine does not read it", e));
    }

    private static DMNModel model(DMNRuntime engine) {
        assertThat(engine.getModels()).hasSize(1);
        return engine.getModels().get(0);
    }

    private static List<?> decide(DMNRuntime engine, PolicyFacts facts, LocalDate day) {
        DMNContext context = engine.newContext();
        for (Column column : TABLE.shape().conditions()) {
            context.set(column.header(), facts.fact(column.header()));
        }
        context.set("characteristics", facts.characteristics());
        context.set(Column.DECISION_DATE.header(), day);
        DMNResult result = engine.evaluateAll(model(engine), context);
        assertThat(result.hasErrors()).as("%s", result.getMessages()).isFalse();
        Object decided = result.getDecisionResultByName(
                        DmnExport.decisionName(TABLE.shape().code()))
                .getResult();
        if (decided == null) {
            return List.of();
        }
        return decided instanceof List<?> list ? list : List.of(decided);
    }

    private static Map<String, @Nullable Object> results(TableRow row) {
        Map<String, @Nullable Object> results = new HashMap<>();
        results.put("row", row.id());
        for (ResultColumn column : TABLE.shape().results()) {
            String result = row.result(column.header());
            if (result.isEmpty()) {
                results.put(column.header(), null);
            } else {
                boolean number = column.kind() == ResultColumn.Kind.PRIORITY;
                results.put(column.header(), number ? new BigDecimal(result) : result);
            }
        }
        return results;
    }

    private PolicyFacts facts() {
        Map<String, String> characteristics = new HashMap<>();
        if (random.nextBoolean()) {
            characteristics.put("speed", one("1", "2.5", "1e9", "fast", "2026-03-01", "500"));
        }
        if (random.nextBoolean()) {
            characteristics.put(
                    "since", one("2026-02-01", "2026-02-28", "2026-02-29", "2026-03-01", "2026-13-45", "x"));
        }
        return new PolicyFacts(
                one("A", "B", "C"),
                one("ADD", "CHANGE"),
                random.nextInt(3) == 0 ? null : one("North", "South"),
                null,
                null,
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                random.nextBoolean() ? null : random.nextInt(5),
                random.nextBoolean() ? null : BASE.plusDays(random.nextInt(6)),
                characteristics);
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }
}
