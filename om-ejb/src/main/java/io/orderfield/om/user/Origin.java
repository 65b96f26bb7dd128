package io.orderfield.om.user;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody signs in from.
 *
 * @param address of the network; of IPv6 the first half, since whoever has one address has all of that
 * @param browser id of a browser from which this very user has signed in before, proven by its signed cookie; null where
 *     there is no such proof
 */
public record Origin(String address, @Nullable String browser) {
    private static final int LONGEST = 100;
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** @param address as the container writes it */
    public Origin {
        String network = address.contains(":") ? network(address) : address;
        address = network.length() <= LONGEST ? network : network.substring(0, LONGEST);
    }

    /** From an address alone. */
    public static Origin of(String address) {
        return new Origin(address, null);
    }

    private static String network(String address) {
        String[] halves = address.split("::", 2);
        String[] groups = halves[0].split(":");
        if (halves.length == 1 || groups.length >= GROUPS_OF_A_NETWORK) {
            return String.join(":", java.util.Arrays.asList(groups).subList(0, Math.min(4, groups.length))) + "::";
        }
        return address; // its first half has zeros in it: short enough as it is, and rare
    }
}
