package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Wording;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.OmSentences;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.DomainOrderActivity;
import io.orderfield.om.worknote.NoteFixture;
import io.orderfield.om.worknote.WorkNoteFilter;
import io.orderfield.om.worknote.WorkNoteService;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Notes of people. It lies here because a note needs a domain order. */
@WithDatabase(schemas = "om", unit = "om")
class WorkNoteServiceJpaTest extends OrderManagementTest {
    @DatabaseTest
    void writesANoteAndSharesItWithOpenWorkOrdersAlone(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        WorkOrderLinkView survey = link(service, "SITE-SURVEY");
        receive(database, FieldService.of(survey, "WO0000401").answering(1).becomes("CLOSED_COMPLETE"));

        WorkNoteView note = in(database, om -> {
            WorkNoteView written =
                    service(om, Users.AGENT).write(service.number(), "Gate code is 4711", true, "workspace");
            assertThat(om.events.of(DomainOrderActivity.class)).hasSize(1);
            return written;
        });

        assertThat(note.position()).isEqualTo(2);
        assertThat(note.author()).isEqualTo("User agent");
        assertThat(note.kind()).isEqualTo("note");
        assertThat(sent.of(ShareWorkNote.class)).singleElement().satisfies(s -> {
            assertThat(s.workOrderKey())
                    .isEqualTo(link(service, "FIBER-INSTALL").key());
            assertThat(s.noteId()).isEqualTo(note.id());
            assertThat(s.text()).isEqualTo("Gate code is 4711");
            assertThat(s.author()).isEqualTo("User agent");
        });
    }

    @DatabaseTest
    void readsBackWhatWasWrittenAfterAPosition(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring twice")));
        WorkNoteView note = in(database, om -> service(om, Users.AGENT)
                .write(service.number(), "<b>späte</b> 😀 note", false, "rest"));

        List<WorkNoteView> all =
                in(database, om -> service(om, Users.AGENT).list(service.number(), WorkNoteFilter.ALL, 0, 0, 200));
        List<WorkNoteView> after =
                in(database, om -> service(om, Users.AGENT).list(service.number(), WorkNoteFilter.ALL, 1, 0, 200));

        assertThat(all).extracting(WorkNoteView::position).containsExactly(1L, 2L);
        assertThat(all.get(0).changes()).containsExactly(new FieldChange("specialInstructions", null, "ring twice"));
        assertThat(after).containsExactly(note);
    }

    @DatabaseTest
    void takesFourThousandCharactersAndRefusesOneMore(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String longest = "x".repeat(4_000);

        WorkNoteView note =
                in(database, om -> service(om, Users.AGENT).write(service.number(), longest, false, "rest"));
        Refusal tooLong =
                refusal(database, om -> service(om, Users.AGENT).write(service.number(), longest + "x", true, "rest"));
        Refusal blank = refusal(
                database, om -> service(om, Users.AGENT).write(service.number(), " \u00A0\u200B", false, "rest"));

        assertThat(NoteWords.of(note)).isEqualTo(longest);
        assertThat(tooLong.errors()).singleElement().satisfies(e -> assertThat(e.field())
                .isEqualTo("text"));
        assertThat(blank.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(notes(database, service)).hasSize(1);
        assertThat(sent.of(ShareWorkNote.class)).isEmpty();
    }

    @DatabaseTest
    void hidesTheNotesOfAnotherAccount(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        CurrentUser stranger = Users.partner(CatalogFixture.FOREIGN_ACCOUNT);
        CurrentUser owner = Users.partner(CatalogFixture.ACCOUNT);

        assertThat(refusal(database, om -> service(om, stranger).list(service.number(), WorkNoteFilter.ALL, 0, 0, 10))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal(database, om -> service(om, stranger).write(service.number(), "hello", false, "rest"))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        with(database, om -> service(om, owner).write(service.number(), "hello", false, "rest"));
    }

    @DatabaseTest
    void takesNotesUnderAClosedDomainOrder(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        with(database, om -> om.closing.close(resource.number(), complete(), null));

        with(database, om -> service(om, Users.AGENT).write(resource.number(), "thank you", true, "rest"));

        assertThat(notes(database, resource)).extracting(NoteWords::of).contains("thank you");
        assertThat(sent.of(ShareWorkNote.class)).as("no work order is open").isEmpty();
    }

    @DatabaseTest
    void findsNotesByKindChannelWorkOrderAndText(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        FieldService survey = FieldService.of(link(service, "SITE-SURVEY"), "WO0000451");
        receive(database, survey.answering(1).becomes("QUALIFIED"));
        receive(database, survey.reports("ASSIGNED", 2));
        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring twice")));
        with(database, om -> service(om, Users.AGENT)
                .write(service.number(), "100% of the Gate <b>code</b>_x", false, "rest"));

        assertThat(found(database, service, new WorkNoteFilter(Set.of("note"), null, null, null)))
                .extracting(NoteWords::of)
                .containsExactly("entry 2", "entry 3", "100% of the Gate <b>code</b>_x");
        assertThat(found(database, service, new WorkNoteFilter(Set.of("updated", "state-changed"), null, null, null)))
                .extracting(WorkNoteView::kind)
                .containsExactly("state-changed", "updated");
        assertThat(found(database, service, new WorkNoteFilter(Set.of(), "field-service", null, null)))
                .hasSize(3);
        assertThat(found(database, service, new WorkNoteFilter(Set.of(), null, "WO0000451", "ENTRY")))
                .hasSize(2);
        assertThat(found(database, service, new WorkNoteFilter(Set.of(), null, null, "0% of the gate")))
                .hasSize(1);
        assertThat(found(database, service, new WorkNoteFilter(Set.of(), null, null, "%_%")))
                .isEmpty();
        assertThat(found(database, service, new WorkNoteFilter(Set.of(), null, "WO0000452", null)))
                .isEmpty();
        with(database, om -> assertThat(service(om, Users.AGENT).workOrders(service.number()))
                .containsExactly("WO0000451"));
    }

    @DatabaseTest
    void aStoredNoteIsReadInTheLanguageOfWhoReadsIt(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000471");
        receive(database, field.answering(1).becomes("QUALIFIED"));
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("ring twice")));
        receive(database, field.answering(2).refuses("invalid-request", false));
        Wording words = new Wording(OmSentences.class, "om", "kernel");

        Sentence stored = Objects.requireNonNull(
                found(database, resource, new WorkNoteFilter(Set.of("refused"), null, null, null))
                        .get(0)
                        .text());

        assertThat(words.in(Locale.GERMAN, stored))
                .isEqualTo("Der Außendienst lehnt die Änderung ab (invalid-request): because");
        assertThat(words.in(Locale.ENGLISH, stored))
                .isEqualTo("Field Service refused the update (invalid-request): because");
        assertThat(words.in(Locale.FRENCH, stored))
                .as("no words of that language")
                .isEqualTo(words.english(stored));
    }

    @DatabaseTest
    void readsPagesFromEitherEndAndCountsWithoutReading(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        FieldService survey = FieldService.of(link(service, "SITE-SURVEY"), "WO0000461");
        receive(database, survey.answering(1).reports("QUALIFIED", 7));

        with(database, om -> {
            WorkNoteService notes = service(om, Users.AGENT);
            assertThat(notes.list(service.number(), WorkNoteFilter.ALL, 2, 3, 3))
                    .extracting(WorkNoteView::position)
                    .containsExactly(6L, 7L);
            assertThat(notes.newest(service.number(), WorkNoteFilter.ALL, 0, 3))
                    .extracting(WorkNoteView::position)
                    .containsExactly(7L, 6L, 5L);
            assertThat(notes.newest(service.number(), WorkNoteFilter.ALL, 6, 3))
                    .extracting(WorkNoteView::position)
                    .containsExactly(1L);
            assertThat(notes.count(service.number(), WorkNoteFilter.ALL, 0)).isEqualTo(7);
            assertThat(notes.count(service.number(), WorkNoteFilter.ALL, 5)).isEqualTo(2);
        });
    }

    private List<WorkNoteView> found(TestDatabase database, DomainOrderView order, WorkNoteFilter filter) {
        return in(database, om -> {
            WorkNoteService notes = service(om, Users.AGENT);
            List<WorkNoteView> found = notes.list(order.number(), filter, 0, 0, 200);
            assertThat(notes.count(order.number(), filter, 0)).isEqualTo(found.size());
            return found;
        });
    }

    private WorkNoteService service(OrderManagement om, CurrentUser user) {
        return NoteFixture.service(om.notes, om.noteSubjects, om.authors, user, om.events, clock);
    }
}
