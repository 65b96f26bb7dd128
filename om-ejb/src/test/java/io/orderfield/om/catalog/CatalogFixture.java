package io.orderfield.om.catalog;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.om.importing.CatalogImportService;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/**
 * A small catalog for tests: one account with two contacts and three locations, another with one each, and a product that
 * is realized as a service and a resource. Call {@link #ensure} in a transaction; it adds what is missing.
 */
public final class CatalogFixture {
    public static final String ACCOUNT = "ACCT-T1";
    public static final String CONTACT = "CON-T1";
    public static final String OTHER_CONTACT = "CON-T2";
    public static final String LOCATION = "LOC-T1";
    public static final String SECOND_LOCATION = "LOC-T2";
    public static final String THIRD_LOCATION = "LOC-T3";
    public static final String INACTIVE_LOCATION = "LOC-T4";
    public static final String FOREIGN_ACCOUNT = "ACCT-T2";
    public static final String FOREIGN_CONTACT = "CON-T3";
    public static final String FOREIGN_LOCATION = "LOC-T5";
    public static final String PRODUCT = "FIBER-INTERNET";
    public static final String STRICT_PRODUCT = "STRICT-PRODUCT";
    public static final String RETIRED_PRODUCT = "RETIRED-PRODUCT";
    public static final String SERVICE = "FIBER-ACCESS";
    public static final String RESOURCE = "ONT";

    private CatalogFixture() {}

    public static Catalog catalog(EntityManager em) {
        return new Catalog(em);
    }

    public static CatalogService service(EntityManager em, FiredEvents events) {
        return Injected.into(
                new CatalogService(),
                em,
                DatabaseNumbers.of(em),
                Users.ADMINISTRATOR,
                new Catalog(em),
                events.event(),
                Clock.systemUTC());
    }

    public static SpecificationService specificationService(EntityManager em) {
        return Injected.into(new SpecificationService(), em, Users.ADMINISTRATOR, Clock.systemUTC());
    }

    public static CatalogImportService importService(EntityManager em, FiredEvents events) {
        return Injected.into(
                new CatalogImportService(),
                em,
                DatabaseNumbers.of(em),
                Users.ADMINISTRATOR,
                events.event(),
                Clock.systemUTC());
    }

    public static void ensure(EntityManager em) {
        if (!catalog(em).accounts(List.of(ACCOUNT)).isEmpty()) {
            return;
        }
        Clock clock = Clock.systemUTC();
        em.persist(new Account(ACCOUNT, new NewAccount("Harbor Hotels", "enterprise"), "test", clock.instant()));
        em.persist(new Account(FOREIGN_ACCOUNT, new NewAccount("Alpine Bank", null), "test", clock.instant()));
        em.flush();
        contact(em, CONTACT, ACCOUNT, "Rosa Marin");
        contact(em, OTHER_CONTACT, ACCOUNT, "Tom Okafor");
        contact(em, FOREIGN_CONTACT, FOREIGN_ACCOUNT, "Uli Berg");
        location(em, LOCATION, ACCOUNT, "Harbor Lisbon", true);
        location(em, SECOND_LOCATION, ACCOUNT, "Harbor Porto", true);
        location(em, THIRD_LOCATION, ACCOUNT, "Harbor Faro", true);
        location(em, INACTIVE_LOCATION, ACCOUNT, "Harbor Closed", false);
        location(em, FOREIGN_LOCATION, FOREIGN_ACCOUNT, "Bank Bern", true);
        specifications(em);
        em.flush();
    }

    private static void specifications(EntityManager em) {
        Specifications catalog = new Specifications(em);
        add(catalog, new SpecificationView(SERVICE, "Fiber access", "service", true, List.of(), List.of()));
        add(
                catalog,
                new SpecificationView(RESOURCE, "Optical network terminal", "resource", true, List.of(), List.of()));
        add(catalog, new SpecificationView(RETIRED_PRODUCT, "Retired", "product", false, List.of(), List.of()));
        add(
                catalog,
                new SpecificationView(
                        STRICT_PRODUCT,
                        "Strict",
                        "product",
                        true,
                        List.of(new CharacteristicView("color", "text", true, List.of())),
                        List.of()));
        add(
                catalog,
                new SpecificationView(
                        PRODUCT,
                        "Fiber internet",
                        "product",
                        true,
                        List.of(
                                new CharacteristicView("bandwidth", "choice", false, List.of("100M", "1G")),
                                new CharacteristicView("staticIp", "boolean", false, List.of()),
                                new CharacteristicView("meters", "number", false, List.of()),
                                new CharacteristicView("remark", "text", false, List.of())),
                        List.of(new PartView(SERVICE, 1), new PartView(RESOURCE, 2))));
    }

    private static void add(Specifications catalog, SpecificationView specification) {
        catalog.add(specification, "test", Clock.systemUTC().instant());
    }

    private static void contact(EntityManager em, String number, String account, String name) {
        NewContact data = new NewContact(account, name, "+351 21 000 0000", "someone@example.com");
        em.persist(new Contact(number, data, "test", Clock.systemUTC().instant()));
    }

    private static void location(EntityManager em, String number, String account, String name, boolean active) {
        NewLocation data = new NewLocation(
                account, name, "Rua 1", "1100-001", "Lisbon", "Lisboa", "PT", 38.7, -9.1, "Europe/Lisbon", null, null);
        Location location = new Location(number, data, "test", Clock.systemUTC().instant());
        if (!active) {
            location.startRetired();
        }
        em.persist(location);
    }
}
