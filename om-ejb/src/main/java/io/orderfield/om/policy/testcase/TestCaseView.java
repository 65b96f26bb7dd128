package io.orderfield.om.policy.testcase;

import io.orderfield.rules.PolicyFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test case of a table.
 *
 * @param date of the decision
 * @param domainOrder the domain order that it was made from, null for none
 */
public record TestCaseView(
        UUID id,
        String name,
        PolicyFacts facts,
        LocalDate date,
        List<ExpectedWork> expected,
        @Nullable String domainOrder,
        Instant createdAt,
        String createdBy) {}
