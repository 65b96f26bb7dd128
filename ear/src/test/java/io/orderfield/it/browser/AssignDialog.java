package io.orderfield.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.orderfield.it.support.Desk;

/** The dialog in which a dispatcher gives a task to a technician. */
final class AssignDialog {
    private AssignDialog() {}

    /** Confirms, and whatever conflicts the dialog finds: it is closed then. */
    static void confirm(Desk dispatcher) {
        Locator closes = dispatcher.at("confirm");
        Locator conflicts = dispatcher.at("conflicts");
        dispatcher.click("confirm");
        dispatcher.page().waitForCondition(() -> closes.count() == 0 || conflicts.count() > 0);
        if (conflicts.count() > 0) {
            dispatcher.at("override").check();
            dispatcher.at("override-reason").fill("Agreed with the customer by phone");
            dispatcher.click("confirm");
        }
        assertThat(closes).hasCount(0);
    }
}
