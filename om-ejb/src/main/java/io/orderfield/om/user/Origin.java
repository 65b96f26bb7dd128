package io.orderfield.om.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final int GROUPS = 8;
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
        if (address.contains(".")) {
            return address.substring(address.lastIndexOf(':') + 1); // one of IPv4, mapped
        }
        String[] halves = address.split("::", 2);
        List<String> groups = new ArrayList<>(groups(halves[0]));
        if (halves.length == 2) {
            List<String> end = groups(halves[1]);
            groups.addAll(Collections.nCopies(Math.max(0, GROUPS - groups.size() - end.size()), "0"));
            groups.addAll(end);
        }
        return String.join(":", groups.subList(0, Math.min(GROUPS_OF_A_NETWORK, groups.size()))) + "::";
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":"));
    }
}
