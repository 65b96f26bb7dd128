package io.orderfield.web.policy;

import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.om.policy.testcase.TestCaseView;
import org.jspecify.annotations.Nullable;

/**
 * A test case on the page of a draft.
 *
 * @param result what the draft says to it, null before it was asked
 */
public record TestCaseLine(TestCaseView testCase, @Nullable TestCaseResult result) {

    public boolean isRed() {
        return result != null && !result.passed();
    }

    public boolean isGreen() {
        return result != null && result.passed();
    }
}
