package io.orderfield.om.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.testing.Users;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class CatalogServiceJpaTest {
    private final FiredEvents events = new FiredEvents();

    @DatabaseTest
    void tellsOpenWorkOfACorrection(TestDatabase database) {
        ContactView contact = with(
                database, s -> s.createContact(new NewContact(CatalogFixture.ACCOUNT, " New Person ", "+1", null)));
        assertThat(contact.name()).isEqualTo("New Person");

        ContactView corrected = with(
                database,
                s -> s.correctContact(
                        contact.number(),
                        new ContactCorrection(null, "+2", "new@example.com", null),
                        contact.version()));

        assertThat(corrected.version()).isGreaterThan(contact.version());
        assertThat(events.of(CustomerInformationCorrected.class))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo("contact");
                    assertThat(e.number()).isEqualTo(contact.number());
                    assertThat(e.by()).isEqualTo("admin");
                    assertThat(e.changes())
                            .containsExactly(
                                    new FieldChange("contact.phone", "+1", "+2"),
                                    new FieldChange("contact.email", null, "new@example.com"));
                });
    }

    @DatabaseTest
    void takesTheCoordinatesOfALocationAway(TestDatabase database) {
        LocationView location = with(
                database,
                s -> s.createLocation(new NewLocation(
                        CatalogFixture.ACCOUNT,
                        "Somewhere",
                        "Rua 1",
                        "1100-001",
                        "Lisbon",
                        "Lisboa",
                        "PT",
                        38.7,
                        -9.1,
                        "Europe/Lisbon",
                        null,
                        null)));

        LocationView kept = with(database, s -> s.correctLocation(location.number(), coordinates(null, false), null));
        assertThat(kept.latitude()).isEqualTo(38.7);
        assertThat(refusal(database, s -> s.correctLocation(location.number(), coordinates(1.0, true), null))
                        .errors())
                .extracting("field")
                .containsExactly("withoutCoordinates");
        LocationView nowhere = with(database, s -> s.correctLocation(location.number(), coordinates(null, true), null));

        assertThat(nowhere.latitude()).isNull();
        assertThat(nowhere.longitude()).isNull();
        assertThat(events.of(CustomerInformationCorrected.class).get(0).changes())
                .containsExactly(
                        new FieldChange("location.latitude", "38.7", null),
                        new FieldChange("location.longitude", "-9.1", null));
    }

    private static LocationCorrection coordinates(Double latitude, boolean without) {
        return new LocationCorrection(
                null, null, null, null, null, null, latitude, null, null, null, null, null, without);
    }

    @DatabaseTest
    void saysNothingWhenNothingChanged(TestDatabase database) {
        LocationView location =
                with(database, s -> s.locations(CatalogFixture.ACCOUNT)).get(0);
        with(
                database,
                s -> s.correctLocation(
                        location.number(),
                        new LocationCorrection(
                                location.name(), null, null, null, null, null, null, null, null, "", null, null, null),
                        null));
        assertThat(events.of(CustomerInformationCorrected.class)).isEmpty();
    }

    @DatabaseTest
    void refusesAStaleOrUnknownCorrection(TestDatabase database) {
        AccountCorrection rename = new AccountCorrection("Renamed", null, null);
        assertThat(refusal(database, s -> s.correctAccount(CatalogFixture.FOREIGN_ACCOUNT, rename, 77L))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        assertThat(refusal(database, s -> s.correctAccount("ACCT-NONE", rename, null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void checksNewReferenceData(TestDatabase database) {
        NewLocation wrong = new NewLocation(
                "ACCT-NONE",
                "",
                "s".repeat(201),
                "1",
                "City",
                "Region",
                "XX",
                91.0,
                Double.NaN,
                "Mars/Base",
                null,
                null);
        assertThat(refusal(database, s -> s.createLocation(wrong)).errors())
                .extracting("field")
                .containsExactly("account", "name", "street", "country", "timeZone", "latitude", "longitude");
        assertThat(refusal(database, s -> s.createContact(new NewContact(CatalogFixture.ACCOUNT, "A", null, "no mail")))
                        .errors())
                .extracting("field")
                .containsExactly("email");
        assertThat(refusal(database, s -> s.createAccount(new NewAccount(null, null)))
                        .errors())
                .extracting("field")
                .containsExactly("name");
    }

    @DatabaseTest
    void showsAPartnerTheOwnAccountOnly(TestDatabase database) {
        database.doInTransaction(em -> {
            CatalogFixture.ensure(em);
            CatalogService service = Injected.into(
                    new CatalogService(),
                    em,
                    DatabaseNumbers.of(em),
                    Users.partner(CatalogFixture.FOREIGN_ACCOUNT),
                    new Catalog(em),
                    events.event(),
                    Clock.systemUTC());
            assertThat(service.accounts())
                    .extracting(AccountView::number)
                    .containsExactly(CatalogFixture.FOREIGN_ACCOUNT);
            assertThat(service.locations(null))
                    .extracting(LocationView::account)
                    .containsOnly(CatalogFixture.FOREIGN_ACCOUNT);
            assertThat(service.contacts(null)).hasSize(1);
            assertThatThrownBy(() -> service.locations(CatalogFixture.ACCOUNT)).isInstanceOf(Refusal.class);
        });
    }

    @DatabaseTest
    void deactivatesAndReactivatesWithoutTouchingOrders(TestDatabase database) {
        AccountView account = with(database, s -> s.createAccount(new NewAccount("Short Lived", null)));
        ContactView contact =
                with(database, s -> s.createContact(new NewContact(account.number(), "Person", null, null)));
        AccountView inactive =
                with(database, s -> s.correctAccount(account.number(), new AccountCorrection(null, null, false), null));
        assertThat(inactive.active()).isFalse();
        assertThat(inactive.updatedBy()).isEqualTo("admin");

        assertThat(refusal(database, s -> s.createContact(new NewContact(account.number(), "Late", null, null)))
                        .errors())
                .extracting(e -> OmSentences.english(e.message()))
                .containsExactly("the account " + account.number() + " is not active");
        with(database, s -> s.correctContact(contact.number(), new ContactCorrection(null, null, null, false), null));
        Refusal refusal = refusal(
                database, s -> s.correctContact(contact.number(), new ContactCorrection(null, null, null, true), null));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("account-inactive");
        assertThat(refusal.data()).containsExactly(Map.entry("account", account.number()));

        with(database, s -> s.correctAccount(account.number(), new AccountCorrection(null, null, true), null));
        assertThat(with(
                                database,
                                s -> s.correctContact(
                                        contact.number(), new ContactCorrection(null, null, null, true), null))
                        .active())
                .isTrue();
    }

    @DatabaseTest
    void givesAnExternalCodeToOneRecordOfAKind(TestDatabase database) {
        AccountView first = with(database, s -> s.createAccount(new NewAccount("Crm One", null, "CRM-1")));
        AccountView second = with(database, s -> s.createAccount(new NewAccount("Crm Two", null)));

        Refusal taken = refusal(database, s -> s.createAccount(new NewAccount("Crm Three", null, "CRM-1")));
        assertThat(taken.code()).isEqualTo("external-code-taken");
        assertThat(taken.data()).containsEntry("number", first.number()).containsEntry("externalCode", "CRM-1");
        assertThat(refusal(
                                database,
                                s -> s.correctAccount(
                                        second.number(), new AccountCorrection(null, null, null, "CRM-1"), null))
                        .code())
                .isEqualTo("external-code-taken");
        AccountView same = with(
                database,
                s -> s.correctAccount(first.number(), new AccountCorrection("Crm 1", null, null, "CRM-1"), null));
        assertThat(same.externalCode()).isEqualTo("CRM-1");
        AccountView cleared = with(
                database, s -> s.correctAccount(first.number(), new AccountCorrection(null, null, null, ""), null));
        assertThat(cleared.externalCode()).isNull();
        with(database, s -> s.createContact(new NewContact(second.number(), "Person", null, null, "CRM-1")));
    }

    @DatabaseTest
    void listsPageByPageWithFiltersAndSorts(TestDatabase database) {
        for (String name : List.of("Zeta List", "Alpha List", "Midway List")) {
            with(database, s -> s.createAccount(new NewAccount(name, "list", "EXT " + name)));
        }
        AccountView alpha =
                with(database, s -> s.accounts(text("alpha list"), 0, 10)).get(0);
        with(database, s -> s.correctAccount(alpha.number(), new AccountCorrection(null, null, false), null));

        assertThat(names(database, text("LIST"))).containsExactly("Alpha List", "Midway List", "Zeta List");
        assertThat(names(database, new CatalogFilter("list", null, null, null, true, "-name")))
                .containsExactly("Zeta List", "Midway List");
        assertThat(names(database, new CatalogFilter(null, null, "EXT Zeta List", null, null, null)))
                .containsExactly("Zeta List");
        assertThat(names(database, text(alpha.number()))).containsExactly("Alpha List");
        assertThat(names(database, text("100%"))).isEmpty();
        assertThat(this.<List<AccountView>>with(database, s -> s.accounts(text("list"), 1, 1)))
                .extracting(AccountView::name)
                .containsExactly("Midway List");
        assertThat(refusal(database, s -> s.accounts(new CatalogFilter(null, null, null, null, null, "id"), 0, 1))
                        .code())
                .isEqualTo("unknown-sort");
        assertThat(refusal(database, s -> s.accounts(CatalogFilter.ALL, 0, 201)).code())
                .isEqualTo("invalid-page");
    }

    @DatabaseTest
    void hidesFromAPartnerWhatBelongsToOthers(TestDatabase database) {
        database.doInTransaction(em -> {
            CatalogFixture.ensure(em);
            CatalogService service = Injected.into(
                    new CatalogService(),
                    em,
                    DatabaseNumbers.of(em),
                    Users.partner(CatalogFixture.FOREIGN_ACCOUNT),
                    new Catalog(em),
                    events.event(),
                    Clock.systemUTC());
            assertThat(service.account(CatalogFixture.FOREIGN_ACCOUNT).name()).isEqualTo("Alpine Bank");
            assertThat(service.contact(CatalogFixture.FOREIGN_CONTACT).name()).isEqualTo("Uli Berg");
            assertThat(service.countAccounts(CatalogFilter.ALL)).isEqualTo(1);
            assertThat(service.contacts(CatalogFilter.ALL, 0, 10)).hasSize(1);
            assertThat(service.locations(CatalogFilter.ALL, 0, 10)).hasSize(1);
            for (Runnable foreign : List.<Runnable>of(
                    () -> service.account(CatalogFixture.ACCOUNT),
                    () -> service.contact(CatalogFixture.CONTACT),
                    () -> service.location(CatalogFixture.LOCATION),
                    () -> service.contacts(CatalogFilter.of(CatalogFixture.ACCOUNT), 0, 10),
                    () -> service.countLocations(CatalogFilter.of(CatalogFixture.ACCOUNT)))) {
                Refusal refusal = catchThrowableOfType(Refusal.class, foreign::run);
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
                assertThat(refusal.code()).isEqualTo("not-found");
            }
        });
    }

    @DatabaseTest
    void readsTheWholeTreeOfASpecification(TestDatabase database) {
        Map<String, SpecificationView> tree = database.inTransaction(em -> {
            CatalogFixture.ensure(em);
            return CatalogFixture.catalog(em).specificationsWithParts(List.of(CatalogFixture.PRODUCT));
        });
        assertThat(tree.keySet())
                .containsExactlyInAnyOrder(CatalogFixture.PRODUCT, CatalogFixture.SERVICE, CatalogFixture.RESOURCE);
        assertThat(tree.get(CatalogFixture.PRODUCT).parts())
                .containsExactly(new PartView(CatalogFixture.SERVICE, 1), new PartView(CatalogFixture.RESOURCE, 2));
        assertThat(tree.get(CatalogFixture.PRODUCT).characteristics()).hasSize(4);
    }

    @DatabaseTest
    void keepsTheNewestRevisionOfATemplate(TestDatabase database) {
        database.doInTransaction(em -> CatalogFixture.catalog(em).keepWorkOrderTemplate("T", "Second", true, 2));
        database.doInTransaction(em -> CatalogFixture.catalog(em).keepWorkOrderTemplate("T", "First", true, 1));
        database.doInTransaction(em -> CatalogFixture.catalog(em).keepWorkOrderTemplate("U", "Retired", false, 3));

        Map<String, TemplateView> templates =
                database.inTransaction(em -> CatalogFixture.catalog(em).workOrderTemplates());
        assertThat(templates)
                .containsEntry("T", new TemplateView("T", "Second", true))
                .containsEntry("U", new TemplateView("U", "Retired", false));
    }

    private static CatalogFilter text(String text) {
        return new CatalogFilter(text, null, null, null, null, null);
    }

    private List<String> names(TestDatabase database, CatalogFilter filter) {
        List<String> names = with(
                database,
                s -> s.accounts(filter, 0, 200).stream().map(AccountView::name).toList());
        assertThat(this.<Long>with(database, s -> s.countAccounts(filter))).isEqualTo(names.size());
        return names;
    }

    private <T> T with(TestDatabase database, Function<CatalogService, T> work) {
        return database.inTransaction(em -> {
            CatalogFixture.ensure(em);
            return work.apply(CatalogFixture.service(em, events));
        });
    }

    private Refusal refusal(TestDatabase database, Function<CatalogService, ?> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work::apply));
    }
}
