package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.rules.TableShape;
import java.util.List;

/** The tables that there are; another one is another shape here. */
public final class KnownTables {
    static final List<TableShape> ALL = List.of(TableShape.WORK_ORDER_POLICY);

    private KnownTables() {}

    /** @throws Refusal NOT_FOUND for a code that no table has */
    public static TableShape named(String code) {
        return ALL.stream()
                .filter(shape -> shape.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("decisionTable", code));
    }
}
