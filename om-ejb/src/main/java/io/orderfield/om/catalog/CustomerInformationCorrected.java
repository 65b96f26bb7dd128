package io.orderfield.om.catalog;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;

/**
 * CDI event, fired in the transaction of the correction: data that open work orders carry has changed. A correction is no
 * change of any line item, so the point of no return does not matter to it.
 *
 * @param kind {@code account}, {@code contact} or {@code location}
 * @param number the corrected record's number
 * @param changes old and new values, at least one; fields are named like {@code contact.phone}
 * @param by user name of who corrected it
 */
public record CustomerInformationCorrected(String kind, String number, List<FieldChange> changes, String by) {
    public CustomerInformationCorrected {
        changes = List.copyOf(changes);
    }
}
