package io.orderfield.om.demo;

import io.orderfield.om.catalog.NewContact;
import io.orderfield.om.catalog.NewLocation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The customers of the demonstration; every person and company is invented. */
final class DemoCustomers {
    static final String HARBOR = "Harbor Hotels Group";
    static final String ALPINE = "Alpine Savings Bank";
    static final String NORDLYS = "Nordlys Logistics";
    static final String KIWI = "Kiwi Organics";
    static final String SAKURA = "Sakura Clinics";

    private DemoCustomers() {}

    /**
     * An account with what belongs to it. The account's number is given when it is created.
     *
     * @param contacts what makes each of the number of the account
     * @param locations the same
     */
    record Customer(
            String name,
            String segment,
            List<Function<String, NewContact>> contacts,
            List<Function<String, NewLocation>> locations) {}

    static List<Customer> all() {
        return List.of(
                new Customer(
                        HARBOR,
                        "enterprise",
                        List.of(
                                contact("Rosa Marin", "+351 21 555 0101", "rosa.marin@harborhotels.example"),
                                contact("Callum Reid", "+44 1463 555 102", "callum.reid@harborhotels.example")),
                        List.of(
                                location(
                                        "Harbor Lisbon",
                                        "Avenida da Liberdade 180",
                                        "1250-146",
                                        "Lisboa",
                                        "Lisboa",
                                        "PT",
                                        38.7205,
                                        -9.1463,
                                        "Europe/Lisbon",
                                        "Delivery ramp in Rua Rosa Araújo"),
                                location(
                                        "Harbor Porto",
                                        "Rua de Santa Catarina 112",
                                        "4000-442",
                                        "Porto",
                                        "Norte",
                                        "PT",
                                        41.1487,
                                        -8.6069,
                                        "Europe/Lisbon",
                                        null),
                                location(
                                        "Harbor Inverness",
                                        "36 Academy Street",
                                        "IV1 1JT",
                                        "Inverness",
                                        "Highlands",
                                        "GB",
                                        57.4790,
                                        -4.2250,
                                        "Europe/London",
                                        "Ask for the night porter"),
                                location(
                                        "Harbor Manhattan",
                                        "145 West 44th Street",
                                        "10036",
                                        "New York",
                                        "New York",
                                        "US",
                                        40.7569,
                                        -73.9848,
                                        "America/New_York",
                                        "Loading dock until 10 am"))),
                new Customer(
                        ALPINE,
                        "enterprise",
                        List.of(contact("Urs Keller", "+41 44 555 01 03", "urs.keller@alpinesavings.example")),
                        List.of(
                                location(
                                        "Head office Zürich",
                                        "Bahnhofstrasse 45",
                                        "8001",
                                        "Zürich",
                                        "Zürich",
                                        "CH",
                                        47.3722,
                                        8.5390,
                                        "Europe/Zurich",
                                        "Badge at the reception, photo ID needed"),
                                location(
                                        "Branch München",
                                        "Sendlinger Straße 8",
                                        "80331",
                                        "München",
                                        "Bayern",
                                        "DE",
                                        48.1357,
                                        11.5716,
                                        "Europe/Berlin",
                                        null),
                                location(
                                        "Branch Innsbruck",
                                        "Maria-Theresien-Straße 18",
                                        "6020",
                                        "Innsbruck",
                                        "Tirol",
                                        "AT",
                                        47.2654,
                                        11.3937,
                                        "Europe/Vienna",
                                        null))),
                new Customer(
                        NORDLYS,
                        "business",
                        List.of(contact("Ingrid Dahl", "+47 22 55 01 04", "ingrid.dahl@nordlys.example")),
                        List.of(
                                location(
                                        "Terminal Oslo",
                                        "Alfasetveien 24",
                                        "0668",
                                        "Oslo",
                                        "Oslo",
                                        "NO",
                                        59.9270,
                                        10.8460,
                                        "Europe/Oslo",
                                        "High-visibility vest required"),
                                location(
                                        "Depot Göteborg",
                                        "Hjalmar Brantingsgatan 5",
                                        "417 06",
                                        "Göteborg",
                                        "Västra Götaland",
                                        "SE",
                                        57.7180,
                                        11.9560,
                                        "Europe/Stockholm",
                                        null))),
                new Customer(
                        KIWI,
                        "small-business",
                        List.of(contact("Aroha Ngata", "+64 9 555 0105", "aroha.ngata@kiwiorganics.example")),
                        List.of(location(
                                "Warehouse Auckland",
                                "12 Quay Street",
                                "1010",
                                "Auckland",
                                "Auckland",
                                "NZ",
                                -36.8430,
                                174.7660,
                                "Pacific/Auckland",
                                "Gate code from the contact"))),
                new Customer(
                        SAKURA,
                        "public-sector",
                        List.of(contact("Yuki Tanaka", "+81 3 5550 0106", "yuki.tanaka@sakuraclinics.example")),
                        List.of(
                                location(
                                        "Clinic Shibuya",
                                        "1-2-3 Jinnan",
                                        "150-0041",
                                        "Tokyo",
                                        "Tokyo",
                                        "JP",
                                        35.6640,
                                        139.6990,
                                        "Asia/Tokyo",
                                        "Work only after 18:00"),
                                location(
                                        "Clinic Singapore",
                                        "80 Robinson Road",
                                        "068898",
                                        "Singapore",
                                        "Singapore",
                                        "SG",
                                        1.2789,
                                        103.8485,
                                        "Asia/Singapore",
                                        null))));
    }

    private static Function<String, NewContact> contact(String name, String phone, String email) {
        return account -> new NewContact(account, name, phone, email);
    }

    private static Function<String, NewLocation> location(
            String name,
            String street,
            String postalCode,
            String city,
            String region,
            String country,
            double latitude,
            double longitude,
            String timeZone,
            @Nullable String accessNotes) {
        return account -> new NewLocation(
                account,
                name,
                street,
                postalCode,
                city,
                region,
                country,
                latitude,
                longitude,
                timeZone,
                accessNotes,
                null);
    }
}
