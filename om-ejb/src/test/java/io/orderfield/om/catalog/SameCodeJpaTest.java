package io.orderfield.om.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.SameInstant;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.importing.ImportFile;
import io.orderfield.om.importing.ImportKind;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Two administrators who take the same code at the same instant: the second gets the no of one who comes later. */
@WithDatabase(schemas = "om", unit = "om")
class SameCodeJpaTest {
    private final FiredEvents events = new FiredEvents();
    private final String code = "SAME-" + UUID.randomUUID();

    @DatabaseTest
    void ofAccountsContactsAndLocations(TestDatabase database) {
        database.doInTransaction(CatalogFixture::ensure);
        assertTaken(
                database,
                with(s -> s.createAccount(new NewAccount("One", null, code))),
                with(s -> s.createAccount(new NewAccount("Other", null, code))));
        assertTaken(
                database,
                with(s -> s.createContact(new NewContact(CatalogFixture.ACCOUNT, "One", null, null, code))),
                with(s -> s.createContact(new NewContact(CatalogFixture.ACCOUNT, "Other", null, null, code))));
        assertTaken(database, with(s -> s.createLocation(location())), with(s -> s.createLocation(location())));
    }

    @DatabaseTest
    void ofACorrection(TestDatabase database) {
        database.doInTransaction(CatalogFixture::ensure);
        assertTaken(
                database,
                with(s ->
                        s.correctAccount(CatalogFixture.ACCOUNT, new AccountCorrection(null, null, null, code), null)),
                with(s -> s.correctAccount(
                        CatalogFixture.FOREIGN_ACCOUNT, new AccountCorrection(null, null, null, code), null)));
        assertThat(database.inTransaction(
                                em -> CatalogFixture.service(em, events).account(CatalogFixture.FOREIGN_ACCOUNT))
                        .externalCode())
                .isNull();
    }

    @DatabaseTest
    void ofAnImport(TestDatabase database) {
        database.doInTransaction(CatalogFixture::ensure);
        Consumer<EntityManager> imported = em -> CatalogFixture.importService(em, events)
                .run(
                        new ImportFile(
                                ImportKind.ACCOUNTS,
                                ImportFile.Format.CSV,
                                UTF_8,
                                ("name,externalCode\nImported," + code + "\n").getBytes(UTF_8)),
                        false);
        Refusal refusal = SameInstant.refusalOfTheSecond(database, imported, imported);
        assertThat(refusal.code()).isEqualTo("external-code-taken");
    }

    @DatabaseTest
    void ofSpecificationsWhateverTheCase(TestDatabase database) {
        database.doInTransaction(CatalogFixture::ensure);
        String upper = "SPEC-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        Refusal refusal = SameInstant.refusalOfTheSecond(
                database,
                em -> CatalogFixture.specificationService(em).create(specification(upper)),
                em -> CatalogFixture.specificationService(em).create(specification(upper)));
        assertThat(refusal.code()).isEqualTo("code-taken");
        assertThat(refusal).hasNoCause();
    }

    @DatabaseTest
    void ofTheVeryFirstSpecificationThatNobodyCanLock(TestDatabase database) {
        database.doInTransaction(CatalogFixture::ensure);
        SpecificationView view =
                new SpecificationView("FIRST-" + UUID.randomUUID(), "First", "product", true, List.of(), List.of());
        Consumer<EntityManager> added = em -> new Specifications(em)
                .add(view, "admin", java.time.Clock.systemUTC().instant());
        assertThat(SameInstant.refusalOfTheSecond(database, added, added).code())
                .isEqualTo("code-taken");
    }

    private void assertTaken(TestDatabase database, Consumer<EntityManager> first, Consumer<EntityManager> second) {
        Refusal refusal = SameInstant.refusalOfTheSecond(database, first, second);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("external-code-taken");
        assertThat(refusal.data()).isEqualTo(Map.of("externalCode", code));
    }

    private Consumer<EntityManager> with(Consumer<CatalogService> work) {
        return em -> work.accept(CatalogFixture.service(em, events));
    }

    private NewLocation location() {
        return new NewLocation(
                CatalogFixture.ACCOUNT,
                "Same",
                "Rua 1",
                "1100-001",
                "Lisbon",
                "Lisboa",
                "PT",
                null,
                null,
                "Europe/Lisbon",
                null,
                code);
    }

    private static NewSpecification specification(String code) {
        return new NewSpecification(code, "Same", "product", List.of(), List.of());
    }
}
