package io.orderfield.web.policy;

import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DraftTrial;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.rules.TableShape;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Makes a test case of a domain order on the order's own page, for who writes decision tables. */
@Named("keptTestCase")
@RequestScoped
public class KeptTestCase {
    @Inject
    TestCaseService testCases;

    @Inject
    Decisions decisions;

    @Inject
    Me me;

    public boolean isAuthor() {
        return me.may(Right.AUTHOR_DECISION_TABLES);
    }

    /** With the facts on which it was decided, wanting what was wanted then; named after it. */
    public void keep(String domainOrder) {
        decisions.attempt(
                "testCase.kept",
                () -> testCases.create(
                        TableShape.WORK_ORDER_POLICY.code(),
                        new NewTestCase(null, DraftTrial.of(domainOrder, null), null)),
                domainOrder);
    }
}
