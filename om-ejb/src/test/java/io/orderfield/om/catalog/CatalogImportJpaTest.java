package io.orderfield.om.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.importing.CatalogImportService;
import io.orderfield.om.importing.ImportFile;
import io.orderfield.om.importing.ImportKind;
import io.orderfield.om.importing.ImportResult;
import io.orderfield.om.importing.ImportedRow;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.testing.Users;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@WithDatabase(schemas = "om", unit = "om")
class CatalogImportJpaTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final FiredEvents events = new FiredEvents();

    @DatabaseTest
    void createsChangesAndLeavesRecordsByNumberAndExternalCode(TestDatabase database) {
        startAnew(database);
        ImportResult first = run(database, csv(ImportKind.ACCOUNTS, """
            externalCode,name,segment
            CRM-1,Nordic Air,enterprise
            CRM-2,"Sunny, Side & Co",
            ,No Code,small
            """));
        assertThat(first.rows())
                .extracting(ImportedRow::row, ImportedRow::outcome)
                .containsExactly(tuple(1, "created"), tuple(2, "created"), tuple(3, "created"));
        assertThat(first.rows()).allSatisfy(row -> assertThat(row.number()).startsWith("ACCT"));
        assertThat(first.created()).isEqualTo(3);
        String number = String.valueOf(first.rows().get(1).number());

        ImportResult second = run(database, csv(ImportKind.ACCOUNTS, """
            number;externalCode;name;segment
            ;CRM-1;Nordic Air;enterprise
            %s;;Sunny Side;retail
            ;CRM-9;Newcomer;
            """.formatted(number)));
        assertThat(second.rows()).extracting(ImportedRow::outcome).containsExactly("unchanged", "changed", "created");
        AccountView sunny = account(database, number);
        assertThat(sunny.name()).isEqualTo("Sunny Side");
        assertThat(sunny.segment()).isEqualTo("retail");
        assertThat(sunny.updatedBy()).isEqualTo("admin");
        assertThat(events.of(CustomerInformationCorrected.class))
                .extracting(CustomerInformationCorrected::kind, CustomerInformationCorrected::number)
                .containsExactly(tuple("account", number));
    }

    @DatabaseTest
    void clearsWithAnEmptyCellAndLeavesWhatHasNoColumn(TestDatabase database) {
        startAnew(database);
        run(database, csv(ImportKind.ACCOUNTS, "number,segment\n" + CatalogFixture.ACCOUNT + ",\n"));
        AccountView after = account(database, CatalogFixture.ACCOUNT);
        assertThat(after.segment()).isNull();
        assertThat(after.name()).isEqualTo("Harbor Hotels");
        assertThat(run(database, csv(ImportKind.ACCOUNTS, "number,name\n" + CatalogFixture.ACCOUNT + ",\n"))
                        .rows()
                        .get(0)
                        .errors())
                .extracting(FieldProblem::field, e -> OmSentences.english(e.message()))
                .containsExactly(tuple("name", "is required"));
    }

    @DatabaseTest
    void tellsOpenWorkOfContactsAndLocationsThatAnImportCorrects(TestDatabase database) {
        startAnew(database);
        run(database, csv(ImportKind.CONTACTS, "number,phone,active\n" + CatalogFixture.CONTACT + ",+351 99,false\n"));
        run(
                database,
                json(
                        ImportKind.LOCATIONS,
                        "[{\"number\":\"" + CatalogFixture.LOCATION
                                + "\",\"accessNotes\":\"Ring twice\",\"latitude\":38.71,\"version\":7}]"));
        assertThat(events.of(CustomerInformationCorrected.class))
                .extracting(CustomerInformationCorrected::number, CustomerInformationCorrected::changes)
                .containsExactly(
                        tuple(
                                CatalogFixture.CONTACT,
                                List.of(
                                        new FieldChange("contact.phone", "+351 21 000 0000", "+351 99"),
                                        new FieldChange("contact.active", "true", "false"))),
                        tuple(
                                CatalogFixture.LOCATION,
                                List.of(
                                        new FieldChange("location.latitude", "38.7", "38.71"),
                                        new FieldChange("location.accessNotes", null, "Ring twice"))));
    }

    @DatabaseTest
    void refusesRowByRowWithTheCodesOfSingleCalls(TestDatabase database) {
        startAnew(database);
        run(
                database,
                csv(
                        ImportKind.ACCOUNTS,
                        "number,externalCode,active\n" + CatalogFixture.FOREIGN_ACCOUNT + ",CRM-F,false\n"));
        run(database, csv(ImportKind.CONTACTS, "number,active\nCON-T3,false\n"));
        ImportResult result = run(database, csv(ImportKind.CONTACTS, """
            number,externalCode,account,accountExternalCode,name,email,active
            CON-NONE,,,,X,,
            ,,ACCT-T2,,For an inactive account,,
            ,,,CRM-X,For an unknown account,,
            ,,ACCT-T1,,,no mail,
            CON-T1,,ACCT-T2,,Rosa,,
            ,,ACCT-T1,,Perhaps,,perhaps
            CON-T3,,,,Uli Berg,,true
            ,CODE-1,ACCT-T1,,Good,good@example.com,
            ,CODE-1,ACCT-T1,,Same code,,
            CON-T2,,,,Tom O,,
            CON-T2,,,,Tom Twice,,
            """));
        assertThat(result.rows())
                .extracting(ImportedRow::row, ImportedRow::outcome, ImportedRow::code)
                .containsExactly(
                        tuple(1, "refused", "not-found"),
                        tuple(2, "refused", "invalid-request"),
                        tuple(3, "refused", "invalid-request"),
                        tuple(4, "refused", "invalid-request"),
                        tuple(5, "refused", "account-fixed"),
                        tuple(6, "refused", "invalid-request"),
                        tuple(7, "refused", "account-inactive"),
                        tuple(8, "created", null),
                        tuple(9, "refused", "duplicate-row"),
                        tuple(10, "changed", null),
                        tuple(11, "refused", "duplicate-row"));
        assertThat(result.rows().get(3).errors()).extracting("field").containsExactly("name", "email");
        assertThat(result.refused()).isEqualTo(9);
        assertThat(OmSentences.english(result.rows().get(6).message())).contains("ACCT-T2");
        assertThat(contactNames(database)).contains("Good", "Tom O").doesNotContain("Tom Twice", "Same code");

        assertThat(run(database, csv(ImportKind.CONTACTS, "number,externalCode\nCON-T2,CODE-1\n"))
                        .rows()
                        .get(0)
                        .code())
                .isEqualTo("external-code-taken");
    }

    @DatabaseTest
    void importsAllOrNothingWhenAsked(TestDatabase database) {
        startAnew(database);
        ImportFile file = csv(ImportKind.ACCOUNTS, "number,name\n,Brand New\nACCT-NONE,X\nACCT-T1,Renamed\n");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> with(database, s -> s.run(file, true)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("import-refused");
        assertThat(refusal.data()).containsOnlyKeys("rows");
        assertThat((List<?>) refusal.data().get("rows"))
                .singleElement()
                .isInstanceOfSatisfying(ImportedRow.class, row -> {
                    assertThat(row.row()).isEqualTo(2);
                    assertThat(row.code()).isEqualTo("not-found");
                });
        assertThat(account(database, CatalogFixture.ACCOUNT).name()).isEqualTo("Harbor Hotels");
        assertThat(events.of(CustomerInformationCorrected.class)).isEmpty();

        assertThat(this.<ImportResult>with(
                                database,
                                s -> s.run(
                                        csv(ImportKind.ACCOUNTS, "number,name\n,Brand New\nACCT-T1,Renamed\n"), true))
                        .created())
                .isEqualTo(1);
    }

    @DatabaseTest
    void saysInADryRunWhatWouldComeOfItAndChangesNothing(TestDatabase database) {
        startAnew(database);
        ImportResult result = with(
                database,
                s -> s.runDry(csv(
                        ImportKind.ACCOUNTS,
                        "number,name\n,Brand New\nACCT-T1,Renamed\nACCT-T2,Alpine Bank\nACCT-NONE,X\n")));
        assertThat(result.dryRun()).isTrue();
        assertThat(result.rows())
                .extracting(ImportedRow::outcome, ImportedRow::number)
                .containsExactly(
                        tuple("created", null),
                        tuple("changed", "ACCT-T1"),
                        tuple("unchanged", "ACCT-T2"),
                        tuple("refused", null));
        assertThat(account(database, CatalogFixture.ACCOUNT).name()).isEqualTo("Harbor Hotels");
        assertThat(database.<Long>inTransaction(
                        em -> em.createQuery("select count(a) from Account a where a.name = 'Brand New'", Long.class)
                                .getSingleResult()))
                .isZero();
        assertThat(events.of(CustomerInformationCorrected.class)).isEmpty();
    }

    @DatabaseTest
    void importsSpecificationsInAnyOrderOfRows(TestDatabase database) {
        startAnew(database);
        ImportFile file = csv(ImportKind.SPECIFICATIONS, """
            code,name,type,characteristics,parts
            VIDEO,Video,product,bandwidth!:choice=100M|1G; cameras:number,VIDEO-SERVICE; CAMERA*4
            VIDEO-SERVICE,Video service,service,,
            CAMERA,Camera,resource,,
            BROKEN,Broken,product,what,NONE*x
            LOOP-A,A,service,,LOOP-B
            LOOP-B,B,service,,LOOP-A
            CAMERA,Twice,resource,,
            """);
        ImportResult dry = with(database, s -> s.runDry(file));
        ImportResult result = run(database, file);
        assertThat(result.rows()).isEqualTo(dry.rows());
        assertThat(result.rows())
                .extracting(ImportedRow::outcome, ImportedRow::code)
                .containsExactly(
                        tuple("created", null),
                        tuple("created", null),
                        tuple("created", null),
                        tuple("refused", "invalid-request"),
                        tuple("refused", "invalid-request"),
                        tuple("refused", "invalid-request"),
                        tuple("refused", "duplicate-row"));
        SpecificationView video = specification(database, "VIDEO");
        assertThat(video.characteristics())
                .containsExactly(
                        new CharacteristicView("bandwidth", "choice", true, List.of("100M", "1G")),
                        new CharacteristicView("cameras", "number", false, List.of()));
        assertThat(video.parts()).containsExactly(new PartView("VIDEO-SERVICE", 1), new PartView("CAMERA", 4));

        ImportResult again = run(database, json(ImportKind.SPECIFICATIONS, """
            [{"code": "VIDEO", "name": "Video", "type": "product", "active": true,
              "characteristics": [{"name": "bandwidth", "type": "choice", "mandatory": true, "choices": ["100M", "1G"]},
                                  {"name": "cameras", "type": "number"}],
              "parts": [{"code": "VIDEO-SERVICE", "factor": 1}, {"code": "CAMERA", "factor": 4}]},
             {"code": "CAMERA", "type": "product"},
             {"code": "VIDEO-SERVICE", "parts": [{"code": "VIDEO-SERVICE"}]},
             {"code": "CAMERA2", "name": "Camera", "type": "resource", "color": "red"}]
            """));
        assertThat(again.rows())
                .extracting(ImportedRow::outcome, ImportedRow::code)
                .containsExactly(
                        tuple("unchanged", null),
                        tuple("refused", "type-fixed"),
                        tuple("refused", "specification-cycle"),
                        tuple("refused", "invalid-request"));
    }

    @DatabaseTest
    void readsFilesAsOfficeProgramsWriteThem(TestDatabase database) {
        startAnew(database);
        byte[] windows = "externalCode;name\r\nW-1;Café Zürich\r\n\r\n;\r\n".getBytes(Charset.forName("windows-1252"));
        ImportResult encoded = run(
                database,
                new ImportFile(ImportKind.ACCOUNTS, ImportFile.Format.CSV, Charset.forName("windows-1252"), windows));
        assertThat(account(database, String.valueOf(encoded.rows().get(0).number()))
                        .name())
                .isEqualTo("Café Zürich");
        assertThat(encoded.rows()).hasSize(1);
        assertThat(run(database, csv(ImportKind.ACCOUNTS, "\uFEFFexternalCode\tname\nT-1\tTabs\n"))
                        .created())
                .isEqualTo(1);

        ImportFile wrong = new ImportFile(ImportKind.ACCOUNTS, ImportFile.Format.CSV, UTF_8, windows);
        assertThat(refusal(database, wrong).code()).isEqualTo("wrong-encoding");
    }

    @DatabaseTest
    void refusesFilesThatCanNotBeRead(TestDatabase database) {
        startAnew(database);
        Map<String, ImportFile> wrong = Map.ofEntries(
                Map.entry("empty-file", csv(ImportKind.ACCOUNTS, " \n")),
                Map.entry("unknown-column", csv(ImportKind.ACCOUNTS, "name,color\nA,red\n")),
                Map.entry("column-twice", csv(ImportKind.ACCOUNTS, "name,name\nA,B\n")),
                Map.entry("malformed-csv", csv(ImportKind.ACCOUNTS, "name\n\"open\n")),
                Map.entry("malformed-json", json(ImportKind.ACCOUNTS, "[{\"name\": ")),
                Map.entry("invalid-request", json(ImportKind.ACCOUNTS, "{\"name\": \"A\"}")),
                Map.entry(
                        "too-many-rows",
                        csv(ImportKind.ACCOUNTS, "name\n" + "A\n".repeat(CatalogImportService.MOST_ROWS + 1))));
        wrong.forEach((code, file) -> {
            Refusal refusal = refusal(database, file);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        });
        assertThat(refusal(database, csv(ImportKind.ACCOUNTS, "name,segment\n")).code())
                .isEqualTo("empty-file");
        assertThat(refusal(database, json(ImportKind.ACCOUNTS, "[]")).code()).isEqualTo("empty-file");
        assertThat(refusal(database, json(ImportKind.ACCOUNTS, "")).code()).isEqualTo("empty-file");
        assertThat(run(database, json(ImportKind.ACCOUNTS, "[7, {\"name\": [1]}, {\"name\": \"\\ud800\"}]"))
                        .refused())
                .isEqualTo(3);
        assertThat(run(database, csv(ImportKind.ACCOUNTS, "name,segment\nA,b,c\n"))
                        .rows()
                        .get(0)
                        .errors())
                .extracting("field")
                .containsExactly("row");
    }

    @DatabaseTest
    void importsTheLargestFileThatItTakes(TestDatabase database) {
        startAnew(database);
        String rows = IntStream.rangeClosed(1, CatalogImportService.MOST_ROWS)
                .mapToObj(i -> "L-" + i + ",ACCT-T1,Site " + i + ",Road " + i + ",1,Town,North,PT,Europe/Lisbon\n")
                .collect(Collectors.joining());
        ImportFile file = csv(
                ImportKind.LOCATIONS,
                "externalCode,account,name,street,postalCode,city,region,country,timeZone\n" + rows);
        assertThat(run(database, file).created()).isEqualTo(CatalogImportService.MOST_ROWS);
        assertThat(run(database, file).unchanged()).isEqualTo(CatalogImportService.MOST_ROWS);
    }

    private void startAnew(TestDatabase database) {
        database.clear();
        database.doInTransaction(CatalogFixture::ensure);
    }

    private static ImportFile csv(ImportKind kind, String text) {
        return new ImportFile(kind, ImportFile.Format.CSV, UTF_8, text.getBytes(UTF_8));
    }

    private static ImportFile json(ImportKind kind, String text) {
        return new ImportFile(kind, ImportFile.Format.JSON, UTF_8, text.getBytes(UTF_8));
    }

    private static AccountView account(TestDatabase database, String number) {
        return database.inTransaction(
                em -> CatalogFixture.catalog(em).account(number).orElseThrow());
    }

    private static SpecificationView specification(TestDatabase database, String code) {
        return database.inTransaction(
                em -> CatalogFixture.catalog(em).specifications(List.of(code)).get(code));
    }

    private static List<String> contactNames(TestDatabase database) {
        return database.inTransaction(em ->
                em.createQuery("select c.name from Contact c", String.class).getResultList());
    }

    private ImportResult run(TestDatabase database, ImportFile file) {
        return with(database, s -> s.run(file, false));
    }

    private Refusal refusal(TestDatabase database, ImportFile file) {
        return catchThrowableOfType(Refusal.class, () -> run(database, file));
    }

    private <T> T with(TestDatabase database, Function<CatalogImportService, T> work) {
        return database.inTransaction(em -> work.apply(Injected.into(
                new CatalogImportService(),
                em,
                DatabaseNumbers.of(em),
                Users.ADMINISTRATOR,
                events.event(),
                Clock.tickMillis(ZoneOffset.UTC))));
    }
}
