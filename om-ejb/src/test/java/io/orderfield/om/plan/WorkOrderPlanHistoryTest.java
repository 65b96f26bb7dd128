package io.orderfield.om.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.plan.PlanStep.Cancel;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.PlanStep.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any history of approval, changes (at once, or requested and then approved, refused or withdrawn), re-planning with another
 * version of the table, hold, cancellation and the manager's decision about it, refused creations, redelivery and whatever
 * Field Service does in between: after every step each slot holds at most one open work order, and as many are open as are
 * wanted and not served already. The world below knows Field Service's side by itself and not through the plan.
 */
class WorkOrderPlanHistoryTest {
    private static final List<String> TEMPLATES = List.of("SURVEY", "INSTALL", "PICKUP");
    private static final int STEPS = 60;

    static Stream<Arguments> seeds() {
        return LongStream.range(0, 400).mapToObj(Arguments::of);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsOneWorkOrderInEachWantedSlot(long seed) {
        World world = new World(new Random(seed));
        for (int i = 0; i < STEPS; i++) {
            world.live();
            world.check();
        }
    }

    /** A work order as the test sees it: its own book-keeping beside what the plan gets to see. */
    private static final class Order {
        private final UUID key = UUID.randomUUID();
        private final String template;
        private final int occurrence;
        private final int generation;
        private LinkState state = LinkState.REQUESTED;
        private boolean cancelSent;
        private boolean endedByFieldService;
        private WorkOrderData data;

        Order(Create create) {
            template = create.work().template();
            occurrence = create.occurrence();
            generation = create.generation();
            data = create.data();
        }

        ExistingWork existing() {
            return new ExistingWork(key, LinkOrigin.PLAN, template, occurrence, generation, state, cancelSent, data);
        }

        boolean isOpen() {
            return !cancelSent && !state.isTerminal();
        }
    }

    private static final class World {
        private final Random random;
        private final List<Order> orders = new ArrayList<>();
        private final Set<String> planKeys = new HashSet<>();
        private Map<String, Integer> wanted = new TreeMap<>();
        private final Map<String, Long> expectedOpen = new HashMap<>();
        private String description = "Quantity: 1";
        private boolean canceling;
        private Map<String, Integer> wantedBeforeCancel = Map.of();
        private Runnable requested;

        World(Random random) {
            this.random = random;
        }

        void live() {
            switch (random.nextInt(15)) {
                case 0, 1 -> change();
                case 2 -> plan(); // a second approval, a redelivery: nothing new is wanted
                case 3 -> cancelAll();
                case 4 -> advance();
                case 5 -> endInFieldService();
                case 6 -> request();
                case 7 -> approve();
                case 8 -> requested = null; // refused or withdrawn
                case 9 -> replan();
                case 10 -> keep();
                case 11 -> refuseCreations();
                case 12 -> retryRefused();
                default -> answerCancels();
            }
            plan();
        }

        private void request() {
            int description = random.nextInt(3);
            Map<String, Integer> asked = someWork();
            requested = () -> {
                wanted = asked;
                this.description = "Quantity: " + description;
            };
        }

        private void approve() {
            if (requested != null && !canceling) {
                requested.run();
                requested = null;
            }
        }

        /** Another version of the table wants other work for the same item. */
        private void replan() {
            if (!canceling) {
                wanted = someWork();
            }
        }

        /** The manager keeps the item once Field Service has answered: what was wanted before is wanted again. */
        private void keep() {
            if (canceling) {
                answerCancels();
                wanted = wantedBeforeCancel;
                canceling = false;
            }
        }

        private void refuseCreations() {
            orders.stream()
                    .filter(o -> o.state == LinkState.REQUESTED && !o.cancelSent && random.nextInt(4) == 0)
                    .forEach(o -> o.state = LinkState.REFUSED);
        }

        private void retryRefused() {
            orders.stream()
                    .filter(o -> o.state == LinkState.REFUSED && !o.cancelSent)
                    .forEach(o -> {
                        o.state = LinkState.REQUESTED;
                        o.data = WorkOrderPlanTest.data(o.template, description);
                    });
        }

        private void change() {
            if (!canceling) {
                wanted = someWork();
                description = "Quantity: " + random.nextInt(3);
            }
        }

        private Map<String, Integer> someWork() {
            Map<String, Integer> work = new TreeMap<>();
            for (String template : TEMPLATES) {
                int number = random.nextInt(5);
                if (number > 0) {
                    work.put(template, number);
                }
            }
            return work;
        }

        private void cancelAll() {
            if (canceling) {
                return;
            }
            canceling = true;
            requested = null;
            wantedBeforeCancel = wanted;
            wanted = new TreeMap<>();
            take(WorkOrderPlan.stepsToNothing(existing()));
        }

        private void advance() {
            open().forEach(o -> {
                if (o.state != LinkState.REFUSED && random.nextBoolean()) {
                    o.state = LinkState.values()[LinkState.AWAITING_QUALIFICATION.ordinal() + random.nextInt(5)];
                }
            });
        }

        private void endInFieldService() {
            List<LinkState> ends = List.of(LinkState.CLOSED_COMPLETE, LinkState.CLOSED_INCOMPLETE, LinkState.CANCELED);
            orders.stream()
                    .filter(o -> !o.state.isTerminal() && o.state != LinkState.REFUSED && random.nextInt(3) == 0)
                    .forEach(o -> {
                        LinkState end = ends.get(random.nextInt(ends.size()));
                        o.state = end;
                        // a cancel that was sent wins over Field Service's own, but not over done work
                        o.endedByFieldService = !o.cancelSent || end.isClosedByWork();
                    });
        }

        private void answerCancels() {
            orders.stream()
                    .filter(o -> o.cancelSent && !o.state.isTerminal())
                    .forEach(o -> o.state = LinkState.CANCELED);
        }

        private void plan() {
            List<WantedWork> work = wanted.entrySet().stream()
                    .map(e -> WorkOrderPlanTest.wanted(e.getKey(), e.getValue()))
                    .toList();
            TEMPLATES.forEach(t -> expectedOpen.put(t, expectedOpen(t, wanted.getOrDefault(t, 0))));
            List<PlanStep> steps = WorkOrderPlan.steps(
                    work, existing(), (template, w) -> WorkOrderPlanTest.data(template, description));
            assertThat(WorkOrderPlan.unwanted(work, existing()))
                    .as("what the steps cancel")
                    .extracting(ExistingWork::key)
                    .containsExactlyInAnyOrderElementsOf(steps.stream()
                            .filter(Cancel.class::isInstance)
                            .map(step -> ((Cancel) step).existing().key())
                            .toList());
            take(steps);
            List<PlanStep> again = WorkOrderPlan.steps(
                    work, existing(), (template, w) -> WorkOrderPlanTest.data(template, description));
            assertThat(again).as("once taken, the plan has no more steps").allMatch(Nothing.class::isInstance);
        }

        private void take(List<PlanStep> steps) {
            Map<UUID, Order> byKey = new HashMap<>();
            orders.forEach(o -> byKey.put(o.key, o));
            for (PlanStep step : steps) {
                if (step instanceof Create create) {
                    Order made = new Order(create);
                    String planKey = made.template + "/" + made.occurrence + "/" + made.generation;
                    assertThat(planKeys.add(planKey))
                            .as("plan key %s is new", planKey)
                            .isTrue();
                    orders.add(made);
                } else if (step instanceof Update update) {
                    Order order = byKey.get(update.existing().key());
                    assertThat(order.isOpen()).as("only open work is updated").isTrue();
                    order.data = update.data();
                } else if (step instanceof Cancel cancel) {
                    Order order = byKey.get(cancel.existing().key());
                    assertThat(order.isOpen()).as("only open work is canceled").isTrue();
                    order.cancelSent = true;
                }
            }
        }

        void check() {
            for (String template : TEMPLATES) {
                check(template, wanted.getOrDefault(template, 0));
            }
            assertThat(open())
                    .filteredOn(o -> o.state != LinkState.REFUSED)
                    .allSatisfy(o -> assertThat(o.data.description()).isEqualTo(description));
        }

        private void check(String template, int number) {
            Map<Integer, Order> newest = new TreeMap<>();
            Map<Integer, Integer> openInSlot = new TreeMap<>();
            for (Order o : orders) {
                if (o.template.equals(template)) {
                    newest.merge(o.occurrence, o, (a, b) -> a.generation > b.generation ? a : b);
                    openInSlot.merge(o.occurrence, o.isOpen() ? 1 : 0, Integer::sum);
                }
            }
            assertThat(openInSlot.values())
                    .as("open in each slot of %s", template)
                    .allMatch(n -> n <= 1);
            openInSlot.forEach((occurrence, n) -> assertThat(n > 0)
                    .as("only the newest generation of %s %d is open", template, occurrence)
                    .isEqualTo(newest.get(occurrence).isOpen()));
            assertThat(newest.values().stream().filter(Order::isOpen).count())
                    .as("open %s of %d wanted", template, number)
                    .isEqualTo(expectedOpen.get(template));
        }

        /**
         * How many are open after planning, from the numbers before: done work serves a slot, so does open work; what Field
         * Service canceled serves one only where nothing else does, because it is not created again by itself.
         */
        private long expectedOpen(String template, int number) {
            Map<Integer, Order> newest = new TreeMap<>();
            orders.stream()
                    .filter(o -> o.template.equals(template))
                    .forEach(o -> newest.merge(o.occurrence, o, (a, b) -> a.generation > b.generation ? a : b));
            long done = newest.values().stream()
                    .filter(o -> o.state.isClosedByWork())
                    .count();
            long open = newest.values().stream().filter(Order::isOpen).count();
            long canceled = newest.values().stream()
                    .filter(o -> o.state == LinkState.CANCELED && o.endedByFieldService)
                    .count();
            long wantedBesideDone = Math.max(0, number - done);
            return Math.max(Math.min(wantedBesideDone, open), wantedBesideDone - canceled);
        }

        private List<Order> open() {
            return orders.stream().filter(Order::isOpen).toList();
        }

        private List<ExistingWork> existing() {
            return orders.stream().map(Order::existing).toList();
        }
    }
}
