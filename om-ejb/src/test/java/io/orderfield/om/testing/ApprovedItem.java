package io.orderfield.om.testing;

import io.orderfield.om.domainorder.ItemFacts;
import java.util.Map;
import java.util.UUID;

/** What an approved item says, where no database is needed. */
public final class ApprovedItem {
    private ApprovedItem() {}

    /** An item of this quantity that adds a fiber access, with nothing that may be left out. */
    public static ItemFacts ofQuantity(int quantity) {
        return new ItemFacts(
                UUID.randomUUID(),
                "ORDL0001001",
                UUID.randomUUID(),
                "ORD0001001",
                "ACCT0001001",
                "ADD",
                "FIBER-INTERNET",
                "LOC0001001",
                quantity,
                Map.of(),
                null,
                3,
                null,
                null,
                null,
                1);
    }
}
