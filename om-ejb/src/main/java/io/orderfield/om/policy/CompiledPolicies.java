package io.orderfield.om.policy;

import io.orderfield.rules.WorkOrderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;

/** Policies ready to decide, by version. A version never changes, so nothing here ever goes stale. */
@ApplicationScoped
class CompiledPolicies {
    private final ConcurrentMap<Integer, WorkOrderPolicy> byVersion = new ConcurrentHashMap<>();

    WorkOrderPolicy get(int version, IntFunction<WorkOrderPolicy> compile) {
        return byVersion.computeIfAbsent(version, compile::apply);
    }
}
