package io.orderfield.web.limit;

import java.util.ArrayList;
import java.util.List;

/** What counts as one address: of IPv6 the network of 64 bits, since whoever has one of its addresses has them all. */
final class AddressKey {
    private static final int GROUPS = 8;
    private static final int NETWORK = 4;

    private AddressKey() {}

    /** @param address as the server writes it, that is without names */
    static String of(String address) {
        if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return address;
        }
        int zone = address.indexOf('%');
        return String.join(
                ":", groups(zone < 0 ? address : address.substring(0, zone)).subList(0, NETWORK));
    }

    private static List<String> groups(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return filled(List.of(address.split(":")), List.of());
        }
        return filled(parts(address.substring(0, gap)), parts(address.substring(gap + 2)));
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":"));
    }

    private static List<String> filled(List<String> head, List<String> tail) {
        List<String> groups = new ArrayList<>(head);
        while (groups.size() + tail.size() < GROUPS) {
            groups.add("0");
        }
        groups.addAll(tail);
        return groups;
    }
}
