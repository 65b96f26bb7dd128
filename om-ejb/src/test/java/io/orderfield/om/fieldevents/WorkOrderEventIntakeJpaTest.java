package io.orderfield.om.fieldevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.ContractViolationException;
import io.orderfield.messaging.delivery.MessageContext;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderAttachmentView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.DomainOrderActivity;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

@WithDatabase(schemas = "om", unit = "om")
class WorkOrderEventIntakeJpaTest extends OrderManagementTest {
    @DatabaseTest
    void appliesASnapshotAndWritesItsEntryAsANote(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000001");

        WorkOrderChanged changed = field.answering(1).becomes("ASSIGNED");
        with(database, om -> {
            om.intake.apply(changed, FieldService.context(MessageType.WORK_ORDER_CHANGED));
            assertThat(om.events.of(DomainOrderActivity.class))
                    .containsExactly(new DomainOrderActivity(resource.number(), resource.customerOrder()));
        });

        DomainOrderView after = again(database, resource);
        assertThat(after.version()).isGreaterThan(resource.version());
        assertThat(after.workOrders()).singleElement().satisfies(l -> {
            assertThat(l.number()).isEqualTo("WO0000001");
            assertThat(l.state()).isEqualTo("ASSIGNED");
            assertThat(l.pending()).isNull();
            assertThat(l.assigneeName()).isEqualTo("Tara Technician");
            assertThat(l.open()).isTrue();
        });
        assertThat(notes(database, resource)).singleElement().satisfies(n -> {
            assertThat(n.kind()).isEqualTo("state-changed");
            assertThat(n.channel()).isEqualTo("field-service");
            assertThat(n.workOrder()).isEqualTo("WO0000001");
            assertThat(n.state()).isEqualTo("ASSIGNED");
            assertThat(n.author()).isEqualTo("Tara Technician");
        });
        assertThat(sent.of(OrderEvent.class))
                .extracting(OrderEvent::event, OrderEvent::workOrder, OrderEvent::state)
                .contains(tuple("work-order.changed", "WO0000001", "ASSIGNED"));
    }

    @DatabaseTest
    void doesNothingWhenAMessageComesAgain(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        WorkOrderChanged changed =
                FieldService.of(resource.workOrders().get(0), "WO0000002").becomes("QUALIFIED");
        MessageContext context = FieldService.context(MessageType.WORK_ORDER_CHANGED);

        with(database, om -> om.intake.apply(changed, context));
        long version = again(database, resource).version();
        with(database, om -> om.intake.apply(changed, context));

        assertThat(notes(database, resource)).hasSize(1);
        assertThat(again(database, resource).version()).isEqualTo(version);
    }

    @DatabaseTest
    void writesEachEntryOnceAndInSequenceWhateverOrderTheMessagesComeIn(TestDatabase database) {
        for (long seed = 0; seed < 5; seed++) {
            DomainOrderView resource = domainOrder(database, approved(database), "resource");
            FieldService field = FieldService.of(resource.workOrders().get(0), "WO000010" + seed);
            List<WorkOrderChanged> messages = new ArrayList<>();
            List.of("QUALIFIED", "ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS", "CLOSED_COMPLETE")
                    .forEach(s -> messages.add(field.reports(s, 2)));
            messages.addAll(messages.subList(1, 3)); // a repair sends again, under new message ids
            WorkOrderChanged newest = messages.get(4);
            Collections.shuffle(messages, new Random(seed));

            messages.forEach(m -> receive(database, m));

            assertThat(notes(database, resource))
                    .filteredOn(n -> n.channel().equals("field-service"))
                    .extracting(NoteWords::of)
                    .as("seed %d", seed)
                    .containsExactly(
                            "entry 1",
                            "entry 2",
                            "entry 3",
                            "entry 4",
                            "entry 5",
                            "entry 6",
                            "entry 7",
                            "entry 8",
                            "entry 9",
                            "entry 10");
            assertThat(again(database, resource).workOrders().get(0).state())
                    .isEqualTo(newest.snapshot().state());
            with(database, om -> assertThat(om.received.parked(newest.workOrderKey()))
                    .isEmpty());
        }
    }

    @DatabaseTest
    void asksForEntriesThatAreStillMissingAfterFiveSeconds(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000003");
        receive(database, field.becomes("QUALIFIED"));
        WorkOrderChanged lost = field.reports("ASSIGNED", 2);
        receive(database, field.becomes("ACCEPTED"));
        assertThat(notes(database, resource)).hasSize(1);
        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("ACCEPTED");

        sweep(database);
        assertThat(sent.of(RequestEntries.class)).as("before 5 s").isEmpty();
        clock.forward(Duration.ofSeconds(5));
        sweep(database);
        sweep(database);
        assertThat(sent.of(RequestEntries.class)).containsExactly(new RequestEntries(lost.workOrderKey(), 2));

        receive(database, lost);
        assertThat(notes(database, resource))
                .hasSize(4)
                .extracting(WorkNoteView::state)
                .containsExactly("QUALIFIED", "ASSIGNED", "ASSIGNED", "ACCEPTED");
        assertThat(again(database, resource).workOrders().get(0).state())
                .as("an older snapshot changes nothing")
                .isEqualTo("ACCEPTED");
        clock.forward(Duration.ofMinutes(5));
        sweep(database);
        assertThat(sent.of(RequestEntries.class)).hasSize(1);
    }

    @DatabaseTest
    void takesTheItemPastThePointOfNoReturnWhenWorkStarts(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000004");

        receive(database, field.becomes("ACCEPTED"));
        assertThat(again(database, resource).pastPointOfNoReturn()).isFalse();
        receive(database, field.becomes("WORK_IN_PROGRESS"));

        assertThat(again(database, resource).pastPointOfNoReturn()).isTrue();
        with(database, om -> assertThat(om.customers
                        .find(order.number())
                        .lineItems()
                        .get(0)
                        .pointOfNoReturn()
                        .by())
                .isEqualTo("decision table v1 row 3 (r3 of work-order-policy)"));
        assertThat(notes(database, resource))
                .filteredOn(n -> n.kind().equals("point-of-no-return"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.workOrder()).isEqualTo("WO0000004");
                    assertThat(n.state()).isEqualTo("WORK_IN_PROGRESS");
                    assertThat(NoteWords.of(n)).isEqualTo("decision table v1 row 3 (r3 of work-order-policy)");
                });
        assertThat(refusal(database, om -> om.customers.changeQuantity(resource.lineItem(), 2))
                        .code())
                .isEqualTo("past-point-of-no-return");
    }

    @DatabaseTest
    void keepsTheItemChangeableWhereTheRowSaysNever(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        WorkOrderLinkView survey = link(service, "SITE-SURVEY");

        receive(database, FieldService.of(survey, "WO0000005").becomes("WORK_IN_PROGRESS"));

        assertThat(again(database, service).pastPointOfNoReturn()).isFalse();
    }

    @DatabaseTest
    void turnsARefusedCreationIntoABlockerWithNoteAndFallout(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000006");

        receive(database, field.answering(1).refuses("unknown-template", true));

        assertThat(again(database, resource).workOrders()).singleElement().satisfies(l -> {
            assertThat(l.state()).isEqualTo("REFUSED");
            assertThat(l.pending()).isNull();
            assertThat(l.open()).isTrue();
        });
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).containsExactly("refused");
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("creation-refused");
    }

    @DatabaseTest
    void aRefusedUpdateLeavesTheItemAsTheCustomerOrderedIt(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000016");
        receive(database, field.answering(1).becomes("QUALIFIED"));
        with(database, om -> om.customers.changeQuantity(resource.lineItem(), 4));

        receive(database, field.answering(2).refuses("invalid-request", false));

        with(database, om -> assertThat(om.customers.findItem(resource.lineItem()))
                .returns(4, LineItemView::quantity)
                .returns(2, LineItemView::version)
                .returns("IN_PROGRESS", LineItemView::state)
                .satisfies(i -> assertThat(i.inflightChange().state()).isEqualTo("APPLIED")));
        assertThat(again(database, resource).workOrders())
                .extracting(WorkOrderLinkView::state, WorkOrderLinkView::pending)
                .containsExactly(tuple("QUALIFIED", null));
        assertThat(notes(database, resource))
                .filteredOn(n -> n.kind().equals("refused"))
                .singleElement()
                .returns("WO0000016", WorkNoteView::workOrder)
                .extracting(NoteWords::of)
                .isEqualTo("Field Service refused the update (invalid-request): because");
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("update-refused");
    }

    @DatabaseTest
    void takesTheItemPastThePointOfNoReturnAtTheStateThatTheRowNames(TestDatabase database) {
        Map<String, List<String>> states = Map.of(
                "never", List.of(),
                "on assignment", List.of("ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS", "CLOSED_COMPLETE"),
                "on acceptance", List.of("ACCEPTED", "WORK_IN_PROGRESS", "CLOSED_COMPLETE"),
                "on work start", List.of("WORK_IN_PROGRESS", "CLOSED_COMPLETE"));
        states.forEach((trigger, reached) -> {
            policy = WorkOrderPolicy.compile(
                    1,
                    DecisionTableCsv.read(
                            "specification,template,pointOfNoReturn\n" + CatalogFixture.RESOURCE + ",ONT-INSTALL,"
                                    + trigger,
                            KnownValues.UNCHECKED));
            DomainOrderView resource = domainOrder(database, approved(database), "resource");
            FieldService field = FieldService.of(
                    resource.workOrders().get(0), "WO" + resource.number().substring(2));
            for (String state : List.of("QUALIFIED", "ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS", "CLOSED_COMPLETE")) {
                receive(database, field.answering(1).becomes(state));
                assertThat(again(database, resource).pastPointOfNoReturn())
                        .as("%s, %s", trigger, state)
                        .isEqualTo(reached.contains(state));
            }
        });
    }

    @DatabaseTest
    void createsAFollowUpUnderAnOpenDomainOrderOnce(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000007");
        FollowUpWish wish = new FollowUpWish(UUID.randomUUID(), "SITE-SURVEY", "cable too short");
        WorkOrderChanged closing = field.answering(1).becomesAndWants("CLOSED_INCOMPLETE", wish);

        receive(database, closing);
        receive(database, closing);

        assertThat(again(database, resource).workOrders())
                .extracting(WorkOrderLinkView::origin, WorkOrderLinkView::template, WorkOrderLinkView::pending)
                .containsExactlyInAnyOrder(
                        tuple("PLAN", "ONT-INSTALL", null), tuple("FOLLOW_UP", "SITE-SURVEY", "CREATE"));
        assertThat(again(database, resource).pastPointOfNoReturn())
                .as("work has started")
                .isTrue();
        assertThat(sent.last(RequestWorkOrder.class).workOrderKey()).isEqualTo(wish.wishId());
        assertThat(refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null))
                        .code())
                .isEqualTo("open-work-orders");
    }

    @DatabaseTest
    void saysWhichWorkOrderAFollowUpCameFrom(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000009");
        FollowUpWish wish = new FollowUpWish(UUID.randomUUID(), "SITE-SURVEY", "cable too short");

        receive(database, field.answering(1).becomesAndWants("CLOSED_INCOMPLETE", wish));

        assertThat(again(database, resource).workOrders())
                .extracting(WorkOrderLinkView::origin, WorkOrderLinkView::follows)
                .containsExactlyInAnyOrder(tuple("PLAN", null), tuple("FOLLOW_UP", "WO0000009"));
    }

    @DatabaseTest
    void knowsWhatFieldServiceHasAttachedAndWhereItIs(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000010");
        AttachmentDetails photo = new AttachmentDetails(UUID.randomUUID(), "socket.jpg", "image/jpeg", 17, "/api/v1/x");
        WorkOrderChanged message = field.answering(1).attaches("WORK_IN_PROGRESS", photo);

        receive(database, message);
        receive(database, message);

        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).containsOnlyOnce("attachment-added");
        List<WorkOrderAttachmentView> attached = new ArrayList<>();
        with(database, om -> om.received
                .attachments(om.orders.find(resource.number()).orElseThrow().id(), 0, 10)
                .forEach(a -> attached.add(a.view())));
        assertThat(attached)
                .extracting(
                        WorkOrderAttachmentView::id,
                        WorkOrderAttachmentView::workOrder,
                        WorkOrderAttachmentView::name,
                        WorkOrderAttachmentView::author)
                .containsExactly(tuple(photo.attachmentId(), "WO0000010", "socket.jpg", "Tara Technician"));
    }

    @DatabaseTest
    void anAttachmentThatLeadsElsewhereBreaksTheContract(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000011");
        AttachmentDetails photo =
                new AttachmentDetails(UUID.randomUUID(), "a.jpg", "image/jpeg", 17, "https://elsewhere.example");

        assertThatThrownBy(() -> receive(database, field.answering(1).attaches("WORK_IN_PROGRESS", photo)))
                .isInstanceOf(ContractViolationException.class);
    }

    @DatabaseTest
    void declinesAFollowUpUnderAClosedDomainOrder(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = confirmed(database, resource, "CLOSED_COMPLETE").get(0);
        with(database, om -> om.closing.close(resource.number(), acknowledged(), null));

        FollowUpWish wish = new FollowUpWish(UUID.randomUUID(), "SITE-SURVEY", "late idea");
        receive(database, field.becomesAndWants("CLOSED_COMPLETE", wish));

        assertThat(again(database, resource).workOrders()).hasSize(1);
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).contains("follow-up-declined");
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("follow-up-declined");
    }

    @DatabaseTest
    void refusesWhatBreaksTheContractAndKeepsNothingOfIt(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        WorkOrderLinkView link = resource.workOrders().get(0);
        MessageContext context = FieldService.context(MessageType.WORK_ORDER_CHANGED);

        assertThatThrownBy(() -> with(
                        database,
                        om -> om.intake.apply(FieldService.of(link, "WO0000008").becomes("TELEPORTED"), context)))
                .isInstanceOf(ContractViolationException.class);
        assertThatThrownBy(() ->
                        receive(database, new FieldService(UUID.randomUUID(), "WO0000009", "X").becomes("QUALIFIED")))
                .isInstanceOf(ContractViolationException.class)
                .extracting(e -> ((ContractViolationException) e).code())
                .isEqualTo("unknown-work-order");
        with(database, om -> om.intake.apply(FieldService.of(link, "WO0000008").becomes("QUALIFIED"), context));

        assertThat(notes(database, resource))
                .as("the inbox forgot the failed attempt")
                .hasSize(1);
    }

    @DatabaseTest
    void keepsTheNewestRevisionOfATemplate(TestDatabase database) {
        publish(database, new WorkOrderTemplatePublished("SWAP", "Swap", true, 2));
        publish(database, new WorkOrderTemplatePublished("SWAP", "Old name", true, 1));
        publish(database, new WorkOrderTemplatePublished("SWAP", "Swap of parts", false, 3));

        with(database, om -> assertThat(om.catalogService.workOrderTemplates())
                .filteredOn(t -> t.code().equals("SWAP"))
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.name()).isEqualTo("Swap of parts");
                    assertThat(t.active()).isFalse();
                }));
    }

    private void publish(TestDatabase database, WorkOrderTemplatePublished published) {
        with(
                database,
                om -> om.intake.apply(published, FieldService.context(MessageType.WORK_ORDER_TEMPLATE_PUBLISHED)));
    }

    private void sweep(TestDatabase database) {
        in(database, om -> om.intake.gapsDue()).forEach(k -> with(database, om -> om.intake.askForMissingEntries(k)));
    }
}
