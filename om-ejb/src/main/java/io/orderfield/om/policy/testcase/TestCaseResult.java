package io.orderfield.om.policy.testcase;

import java.util.List;
import java.util.UUID;

/**
 * What a table says to a test case.
 *
 * @param passed whether it wants what is expected
 * @param rows numbers of the rows that count
 */
public record TestCaseResult(
        UUID id,
        String name,
        boolean passed,
        List<ExpectedWork> expected,
        List<ExpectedWork> wanted,
        List<Integer> rows) {}
