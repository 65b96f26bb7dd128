package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.DomainOrderActivity;
import io.orderfield.om.worknote.NoteFixture;
import io.orderfield.om.worknote.WorkNoteService;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.List;

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

        List<WorkNoteView> all = in(database, om -> service(om, Users.AGENT).list(service.number(), 0, 200));
        List<WorkNoteView> after = in(database, om -> service(om, Users.AGENT).list(service.number(), 1, 200));

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
        Refusal blank = refusal(database, om -> service(om, Users.AGENT).write(service.number(), "  ", false, "rest"));

        assertThat(note.text()).isEqualTo(longest);
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

        assertThat(refusal(database, om -> service(om, stranger).list(service.number(), 0, 10))
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

        assertThat(notes(database, resource)).extracting(WorkNoteView::text).contains("thank you");
        assertThat(sent.of(ShareWorkNote.class)).as("no work order is open").isEmpty();
    }

    private WorkNoteService service(OrderManagement om, CurrentUser user) {
        return NoteFixture.service(om.notes, om.noteSubjects, om.authors, user, om.events, clock);
    }
}
