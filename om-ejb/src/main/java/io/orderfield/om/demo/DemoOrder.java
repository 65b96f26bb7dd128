package io.orderfield.om.demo;

import java.util.List;
import java.util.Map;

/**
 * One order of the demonstration.
 *
 * @param reference external reference; an order that has it exists already
 * @param account name of the account
 * @param dueInDays requested date, counted from today
 * @param goal how far it is taken
 */
record DemoOrder(String reference, String account, int priority, int dueInDays, Goal goal, List<Item> items) {
    /** How far a demo order is taken. */
    enum Goal {
        DRAFT,
        NEW,
        REJECTED,
        CANCELED,
        IN_PROGRESS,
        /** In progress with its first item past the point of no return. */
        PAST_POINT_OF_NO_RETURN,
        ON_HOLD
    }

    /**
     * One item, or several that differ in their location.
     *
     * @param locations names of locations
     */
    record Item(
            String action,
            String specification,
            int quantity,
            Map<String, String> characteristics,
            List<String> locations) {}

    static List<DemoOrder> all() {
        return List.of(
                new DemoOrder(
                        "HH-2026-014",
                        DemoCustomers.HARBOR,
                        2,
                        14,
                        Goal.IN_PROGRESS,
                        List.of(
                                add(
                                        "FIBER-INTERNET",
                                        1,
                                        Map.of("bandwidth", "1 Gbit/s", "staticIp", "true"),
                                        "Harbor Lisbon",
                                        "Harbor Porto"),
                                add(
                                        "MANAGED-WIFI",
                                        6,
                                        Map.of("standard", "Wi-Fi 6E", "guestNetwork", "true"),
                                        "Harbor Lisbon"))),
                new DemoOrder(
                        "HH-2026-015",
                        DemoCustomers.HARBOR,
                        3,
                        21,
                        Goal.NEW,
                        List.of(
                                add("SD-WAN", 1, Map.of("topology", "spoke", "uplinks", "2"), "Harbor Inverness"),
                                add("MOBILE-BACKUP", 1, Map.of("dataPlan", "100 GB"), "Harbor Inverness"))),
                new DemoOrder(
                        "HH-2026-016",
                        DemoCustomers.HARBOR,
                        3,
                        30,
                        Goal.DRAFT,
                        List.of(add("VOICE", 1, Map.of("extensions", "80"), "Harbor Manhattan"))),
                new DemoOrder(
                        "ASB-7781",
                        DemoCustomers.ALPINE,
                        1,
                        7,
                        Goal.PAST_POINT_OF_NO_RETURN,
                        List.of(
                                add("SD-WAN", 1, Map.of("topology", "hub"), "Head office Zürich"),
                                add("SD-WAN", 1, Map.of("topology", "spoke"), "Branch München", "Branch Innsbruck"))),
                new DemoOrder(
                        "ASB-7790",
                        DemoCustomers.ALPINE,
                        3,
                        28,
                        Goal.ON_HOLD,
                        List.of(add("MANAGED-WIFI", 12, Map.of("standard", "Wi-Fi 7"), "Branch München"))),
                new DemoOrder(
                        "ASB-7802",
                        DemoCustomers.ALPINE,
                        4,
                        45,
                        Goal.REJECTED,
                        List.of(add("FIBER-INTERNET", 1, Map.of("bandwidth", "10 Gbit/s"), "Branch Innsbruck"))),
                new DemoOrder(
                        "NL-0331",
                        DemoCustomers.NORDLYS,
                        2,
                        10,
                        Goal.IN_PROGRESS,
                        List.of(add(
                                "MOBILE-BACKUP",
                                2,
                                Map.of("dataPlan", "unlimited", "externalAntenna", "true"),
                                "Terminal Oslo",
                                "Depot Göteborg"))),
                new DemoOrder(
                        "NL-0332",
                        DemoCustomers.NORDLYS,
                        3,
                        35,
                        Goal.NEW,
                        List.of(add("SITE-SURVEY", 1, Map.of("floors", "2"), "Depot Göteborg"))),
                new DemoOrder(
                        "KO-118",
                        DemoCustomers.KIWI,
                        3,
                        18,
                        Goal.CANCELED,
                        List.of(add("FIBER-INTERNET", 1, Map.of("bandwidth", "500 Mbit/s"), "Warehouse Auckland"))),
                new DemoOrder(
                        "SC-2040",
                        DemoCustomers.SAKURA,
                        2,
                        12,
                        Goal.IN_PROGRESS,
                        List.of(
                                add("VOICE", 1, Map.of("extensions", "24", "numberPorting", "true"), "Clinic Shibuya"),
                                add("FIBER-INTERNET", 1, Map.of("bandwidth", "1 Gbit/s"), "Clinic Singapore"))));
    }

    private static Item add(
            String specification, int quantity, Map<String, String> characteristics, String... locations) {
        return new Item("add", specification, quantity, characteristics, List.of(locations));
    }
}
