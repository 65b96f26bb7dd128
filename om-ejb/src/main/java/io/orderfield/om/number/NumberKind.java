package io.orderfield.om.number;

import java.util.Locale;

/** The kinds of numbered records in Order Management, each with its prefix and its sequence. */
public enum NumberKind {
    ACCOUNT("ACCT", "account_number"),
    CONTACT("CON", "contact_number"),
    LOCATION("LOC", "location_number"),
    CUSTOMER_ORDER("ORD", "customer_order_number"),
    LINE_ITEM("ORDL", "line_item_number"),
    INFLIGHT_CHANGE("CHG", "inflight_change_number"),
    PRODUCT_ORDER("PO", "product_order_number"),
    SERVICE_ORDER("SO", "service_order_number"),
    RESOURCE_ORDER("RO", "resource_order_number"),
    FALLOUT("FO", "fallout_number"),
    RECONCILIATION("REC", "reconciliation_number");

    private final String prefix;
    private final String sequence;

    NumberKind(String prefix, String sequence) {
        this.prefix = prefix;
        this.sequence = sequence;
    }

    /** Name of the sequence in the schema {@code om}. */
    String sequence() {
        return sequence;
    }

    /** The number with this value: the prefix and at least seven digits, such as ORD0001001. */
    String format(long value) {
        return prefix + String.format(Locale.ROOT, "%07d", value);
    }

    /** Whether the text is a whole number of this kind, in any case. */
    public boolean isNumber(String text) {
        return text.length() > prefix.length()
                && text.regionMatches(true, 0, prefix, 0, prefix.length())
                && text.substring(prefix.length()).matches("[0-9]{7,18}");
    }
}
