package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.broker.BrokerAwayException;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import io.orderfield.messaging.delivery.DeadLetter;
import io.orderfield.messaging.delivery.MessageCodec;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.sync.DeadLetterActionView;
import io.orderfield.om.sync.DeadLetterAudit;
import io.orderfield.om.sync.DeadLetterService;
import io.orderfield.om.sync.DeadLetterStore;
import io.orderfield.om.sync.SyncFixture;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@WithDatabase(schemas = "om", unit = "om")
class DeadLetterJpaTest extends OrderManagementTest {
    private static final String COMMANDS = "fsm.work-order-commands";
    private static final String EVENTS = "om.work-order-events";
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T08:00:00Z");

    private final Letters letters = new Letters();

    @DatabaseTest
    void discardingACreationRefusesItSoThatNothingStaysPending(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        String letter = letters.add(COMMANDS, sent.last(RequestWorkOrder.class), resource.number());
        RequestWorkOrder request = sent.last(RequestWorkOrder.class);
        DomainOrderView asked = in(database, om -> om.find(request.origin().domainOrder()));

        DeadLetterActionView action = service(database).discard(letter, "It is nonsense");

        assertThat(action.outcome()).isEqualTo("DONE");
        assertThat(action.effect()).isEqualTo(Sentence.of("discarded.refused"));
        assertThat(action.requestedBy()).isEqualTo("admin");
        assertThat(letters.letters).isEmpty();
        WorkOrderLinkView link = again(database, asked).workOrders().stream()
                .filter(l -> l.key().equals(request.workOrderKey()))
                .findFirst()
                .orElseThrow();
        assertThat(link.state()).isEqualTo("REFUSED");
        assertThat(link.pending()).isNull();
        assertThat(notes(database, asked))
                .filteredOn(n -> n.kind().equals("refused"))
                .extracting(NoteWords::of)
                .singleElement()
                .asString()
                .contains("It is nonsense");
        assertThat(fallouts(database, asked)).extracting(FalloutView::cause).containsExactly("creation-undelivered");
    }

    @DatabaseTest
    void discardingACancelLeavesTheWorkOrderOpenAndAnswered(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "QUALIFIED");
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "moved out"));
        CancelWorkOrder cancel = sent.of(CancelWorkOrder.class).stream()
                .filter(c -> c.origin().domainOrder().equals(resource.number()))
                .findFirst()
                .orElseThrow();

        service(database).discard(letters.add(COMMANDS, cancel, resource.number()), "never mind");

        assertThat(again(database, resource).workOrders()).singleElement().satisfies(l -> {
            assertThat(l.state()).isEqualTo("QUALIFIED");
            assertThat(l.pending()).isNull();
        });
        assertThat(fallouts(database, resource))
                .extracting(FalloutView::cause)
                .containsExactly("cancellation-undelivered");
    }

    @DatabaseTest
    void discardingAChangeLeavesTheWorkOrderAsItWasAndAnswered(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "QUALIFIED");
        sent.forget();
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("Ring twice")));
        RequestWorkOrder change = sent.of(RequestWorkOrder.class).stream()
                .filter(r -> r.origin().domainOrder().equals(resource.number()))
                .findFirst()
                .orElseThrow();

        service(database).discard(letters.add(COMMANDS, change, resource.number()), "never mind");

        assertThat(again(database, resource).workOrders()).singleElement().satisfies(l -> {
            assertThat(l.state()).isEqualTo("QUALIFIED");
            assertThat(l.pending()).isNull();
        });
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("update-undelivered");
    }

    @DatabaseTest
    void discardingARequestThatWasAnsweredChangesNothing(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        RequestWorkOrder request = sent.of(RequestWorkOrder.class).stream()
                .filter(r -> r.origin().domainOrder().equals(resource.number()))
                .findFirst()
                .orElseThrow();
        confirmed(database, resource, "QUALIFIED");

        DeadLetterActionView action =
                service(database).discard(letters.add(COMMANDS, request, resource.number()), "old");

        assertThat(action.effect()).isEqualTo(Sentence.of("discarded.answered"));
        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("QUALIFIED");
        assertThat(fallouts(database, resource)).isEmpty();
    }

    @DatabaseTest
    void discardingAnAnswerAsksFieldServiceForItsState(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = confirmed(database, resource, "QUALIFIED").get(0);
        WorkOrderChanged lost = field.becomes("ASSIGNED");
        sent.forget();

        service(database).discard(letters.add(EVENTS, lost, resource.number()), "unreadable");

        assertThat(sent.of(RequestEntries.class)).containsExactly(new RequestEntries(lost.workOrderKey(), 2));
    }

    @DatabaseTest
    void discardingWhatNobodyCanReadAsksForTheWholeDomainOrder(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        confirmed(database, service, "QUALIFIED");
        sent.forget();

        service(database).discard(letters.add(EVENTS, "WorkOrderChanged.v9", "{", service.number()), "from the future");

        assertThat(sent.of(RequestEntries.class)).hasSize(2);
    }

    @DatabaseTest
    void tellsWhatAnEarlierReleaseDidAsItStandsThere(TestDatabase database) {
        database.clear();
        service(database).discard(letters.add(EVENTS, "WorkOrderChanged.v9", "{", null), "from the future");

        database.doInTransaction(em -> em.createNativeQuery(
                        "update om.dead_letter_action set effect = 'Nothing waited.', effect_sentence = null")
                .executeUpdate());

        assertThat(service(database).actions(0, 10))
                .extracting(DeadLetterActionView::effect)
                .containsExactly(Sentence.verbatim("Nothing waited."));
    }

    @DatabaseTest
    void discardingWhatWasSaidOfATemplateAsksForItAgain(TestDatabase database) {
        service(database)
                .discard(letters.add(EVENTS, new WorkOrderTemplatePublished("RISER", "Riser", true, 3), null), "lost");
        service(database).discard(letters.add(EVENTS, "WorkOrderTemplatePublished.v9", "{", null), "from the future");

        assertThat(sent.of(RequestTemplates.class))
                .extracting(RequestTemplates::codes)
                .containsExactly(List.of("RISER"), List.of());
    }

    @DatabaseTest
    void replaysUnderANewMessageIdAndKeepsARecord(TestDatabase database) {
        database.clear();
        String letter = letters.add(EVENTS, "WorkOrderChanged.v1", "{}", "SO1");

        DeadLetterService.Replayed replayed = service(database).replay(letter);

        assertThat(replayed.outcome()).isEqualTo("REPLAYED");
        assertThat(letters.replayed).containsExactlyEntriesOf(Map.of(letter, EVENTS));
        assertThat(service(database).actions(0, 10)).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo("REPLAY");
            assertThat(a.newMessageId()).isEqualTo(replayed.messageId());
            assertThat(a.outcome()).isEqualTo("DONE");
            assertThat(a.finishedAt()).isNotNull();
        });
    }

    @DatabaseTest
    void replaysAllThatCanBeReplayed(TestDatabase database) {
        database.clear();
        letters.add(EVENTS, "WorkOrderChanged.v1", "{}", "SO1");
        String foreign = letters.add("om.partner-orders", "PartnerOrder.v1", "{}", null);
        letters.from("acme", letters.add("om.partner-orders", "PartnerOrder.v1", "{}", null));
        letters.add(COMMANDS, "RequestEntries.v1", "{}", "SO1");

        List<DeadLetterService.Replayed> done = service(database).replayAll();

        assertThat(done)
                .extracting(DeadLetterService.Replayed::outcome)
                .containsExactly("REPLAYED", "NOT_REPLAYABLE", "REPLAYED", "REPLAYED");
        assertThat(letters.letters).containsOnlyKeys(foreign);
        assertThatThrownBy(() -> service(database).replay(foreign))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("not-replayable");
    }

    @DatabaseTest
    void notesThatTheBrokerDidNotDoIt(TestDatabase database) {
        database.clear();
        String letter = letters.add(EVENTS, "WorkOrderChanged.v1", "{}", "SO1");
        letters.away = true;

        assertThatThrownBy(() -> service(database).replay(letter)).isInstanceOf(BrokerAwayException.class);

        assertThat(service(database).actions(0, 10))
                .extracting(DeadLetterActionView::outcome)
                .containsExactly("FAILED");
        assertThat(letters.letters).containsKey(letter);
    }

    @DatabaseTest
    void letsOneActAtATimeAndGoesOnAfterACrash(TestDatabase database) {
        database.clear();
        String letter = letters.add(EVENTS, "WorkOrderChanged.v1", "{}", "SO1");
        DeadLetter known = letters.find(letter).orElseThrow();
        sync(database, s -> s.audit.intendReplay(known, UUID.randomUUID(), "somebody")); // and then the server dies

        assertThatThrownBy(() -> service(database).replay(letter))
                .isInstanceOf(Refusal.class)
                .extracting(e -> ((Refusal) e).code())
                .isEqualTo("dead-letter-busy");
        assertThat(letters.letters).containsKey(letter);

        clock.forward(Duration.ofMinutes(3));
        assertThat(service(database).replay(letter).outcome()).isEqualTo("REPLAYED");
    }

    @DatabaseTest
    void wantsAReason(TestDatabase database) {
        String letter = letters.add(EVENTS, "WorkOrderChanged.v1", "{}", "SO1");

        assertThatThrownBy(() -> service(database).discard(letter, " ")).isInstanceOf(Refusal.class);
        assertThat(letters.letters).containsKey(letter);
    }

    private DeadLetterService service(TestDatabase database) {
        return SyncFixture.deadLetters(letters, new EachStepATransaction(database));
    }

    private <T> T sync(TestDatabase database, Function<SyncFixture, T> work) {
        return in(database, om -> work.apply(om.sync(question -> {})));
    }

    /** As the container does it. */
    private final class EachStepATransaction extends DeadLetterAudit {
        private final TestDatabase database;

        EachStepATransaction(TestDatabase database) {
            this.database = database;
        }

        @Override
        public UUID intendReplay(DeadLetter letter, UUID newMessageId, String by) {
            return sync(database, s -> s.audit.intendReplay(letter, newMessageId, by));
        }

        @Override
        public UUID intendDiscard(DeadLetter letter, String by, String reason) {
            return sync(database, s -> s.audit.intendDiscard(letter, by, reason));
        }

        @Override
        public void finish(UUID action, boolean taken) {
            sync(database, s -> {
                s.audit.finish(action, taken);
                return s;
            });
        }

        @Override
        public void fail(UUID action) {
            sync(database, s -> {
                s.audit.fail(action);
                return s;
            });
        }

        @Override
        public DeadLetterActionView find(UUID action) {
            return sync(database, s -> s.audit.find(action));
        }

        @Override
        public List<DeadLetterActionView> list(int first, int max) {
            return sync(database, s -> s.audit.list(first, max));
        }
    }

    /** A dead letter queue in memory. */
    private static final class Letters implements DeadLetterStore {
        final Map<String, DeadLetter> letters = new LinkedHashMap<>();
        final Map<String, String> replayed = new LinkedHashMap<>();
        boolean away;

        String add(String destination, Record message, @Nullable String domainOrder) {
            MessageType type = MessageType.of(message);
            return add(destination, type.wireName(), new MessageCodec().write(message), domainOrder);
        }

        String add(String destination, String type, String body, @Nullable String domainOrder) {
            String id = UUID.randomUUID().toString();
            letters.put(
                    id,
                    new DeadLetter(
                            id,
                            UUID.randomUUID().toString(),
                            type,
                            "attempts-exhausted",
                            "…",
                            domainOrder,
                            null,
                            null,
                            destination,
                            LONG_AGO,
                            LONG_AGO,
                            body));
            return id;
        }

        void from(String user, String id) {
            letters.computeIfPresent(
                    id,
                    (key, l) -> new DeadLetter(
                            l.id(),
                            l.messageId(),
                            l.messageType(),
                            l.code(),
                            l.reason(),
                            l.group(),
                            l.correlation(),
                            user,
                            l.originalDestination(),
                            l.occurredAt(),
                            l.deadSince(),
                            l.body()));
        }

        @Override
        public List<DeadLetter> list(int first, int max) {
            return letters.values().stream().skip(first).limit(max).toList();
        }

        @Override
        public int count(int most) {
            return Math.min(most, letters.size());
        }

        @Override
        public Optional<DeadLetter> find(String id) {
            return Optional.ofNullable(letters.get(id));
        }

        @Override
        public boolean replay(String id, String queue, UUID messageId) {
            if (away) {
                throw new BrokerAwayException("away", new IllegalStateException("switched off by the test"));
            }
            replayed.put(id, queue);
            return letters.remove(id) != null;
        }

        @Override
        public boolean remove(String id) {
            return letters.remove(id) != null;
        }
    }
}
