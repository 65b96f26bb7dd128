package io.orderfield.benchmark;

import io.orderfield.benchmark.Setup.Costs;
import io.orderfield.benchmark.StateChanges.Begun;
import io.orderfield.benchmark.StateChanges.Round;
import io.orderfield.it.support.ExternalBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What keeping the two sides in step costs and how far one is behind the other, measured on state changes that technicians
 * make by the API. A hop is everything that a change causes beyond itself: the entry, the row in Field Service's outbox, the
 * message, Order Management's listener and its transaction (inbox, link, note), and the event for outside applications.
 */
final class SynchronizationFigures {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration STEP = Duration.ofSeconds(8);
    private static final Duration MEASUREMENT = Duration.ofSeconds(20);
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final int UNDER_WAY = 32;
    private static final int SIGHTS = 40;

    /** Growth of the median lag within a step that counts as growth: less is the ordinary up and down. */
    private static final double GROWTH_MILLIS = 250;

    private static final double MOST_LAG_MILLIS = 1000;

    private final String name;
    private final StateChanges changes;
    private final Setup setup;

    /**
     * @param name of the setup, for the rows
     * @param address of the server
     */
    SynchronizationFigures(String name, String address, Setup setup) {
        this.name = name;
        this.setup = setup;
        this.changes = new StateChanges(address);
    }

    /** What the rest is compared with. */
    record Result(double sustainable, Costs perHop) {
        double half() {
            return sustainable / 2;
        }
    }

    Result take() {
        changes.saturate(UNDER_WAY, WARM_UP);
        double sustainable = sustainable();
        Figures.row(name + ": sustainable state changes", sustainable, "/s", "-");
        Costs before = setup.costs();
        Begun begun = changes.begin(sustainable / 2, MEASUREMENT);
        changes.awaitLastOf(begun);
        Costs change = setup.costs().minus(before).per(begun.traces().size());
        Round half = changes.noted(begun);
        before = setup.costs();
        int ticks = changes.ticks(sustainable / 2, MEASUREMENT.dividedBy(2));
        Costs request = setup.costs().minus(before).per(ticks);
        Costs hop = change.minus(request);
        changes.audit();
        lag("lag to the note at half that rate", half.lags());
        lag("lag until a reader sees the note, one at a time", sights());
        change.printCpu(name + ": CPU per change");
        request.printCpu(name + ": CPU of the request itself");
        hop.printCpu(name + ": CPU per hop");
        hop.printBytes(name + ": written per hop");
        return new Result(sustainable, hop);
    }

    private void lag(String what, List<Double> millis) {
        Figures.row(name + ": " + what + ", p50", Figures.percentile(millis, 50), "ms", "-");
        Figures.judged(name + ": " + what + ", p99", Figures.percentile(millis, 99), "ms", MOST_LAG_MILLIS, true);
    }

    private List<Double> sights() {
        List<Double> sights = new ArrayList<>();
        for (int i = 0; i < SIGHTS; i++) {
            sights.add(changes.sightOf(i));
        }
        return sights;
    }

    /** From well below what goes through at most, in steps of 15 percent, to the first at which the lag grows. */
    private double sustainable() {
        double most = changes.saturate(UNDER_WAY, STEP).perSecond();
        double last = 0;
        for (double rate = most * 0.7; ; rate *= 1.15) {
            Round step = changes.at(rate, STEP);
            System.out.printf(
                    Locale.ROOT,
                    "  %.1f/s: lag p50 %.0f ms, p99 %.0f ms%n",
                    rate,
                    Figures.percentile(step.lags(), 50),
                    Figures.percentile(step.lags(), 99));
            if (step.grewBy(GROWTH_MILLIS)) {
                return last == 0 ? step.perSecond() : last;
            }
            last = rate;
        }
    }

    /** Kills the broker, goes on with the work for a minute, and brings it back. */
    void outage(ExternalBroker broker, Result result) {
        broker.kill();
        Begun begun = changes.begin(result.half(), OUTAGE);
        Instant back = Instant.now();
        broker.start();
        changes.noted(begun);
        changes.audit();
        List<Instant> notes =
                changes.recorded(begun).stream().filter(at -> at.isAfter(back)).toList();
        Instant first = notes.get(0);
        Instant last = notes.get(notes.size() - 1);
        double rate = notes.size() / (Math.max(1, Duration.between(first, last).toMillis()) / 1000.0);
        Figures.row(name + ": changes that waited for the broker", notes.size(), "", "-");
        Figures.row(
                name + ": from its return to the first note",
                Duration.between(back, first).toMillis() / 1000.0,
                "s",
                "-");
        Figures.row(name + ": drain rate", rate, "/s", "-");
        Figures.judged(name + ": drain rate to the sustainable rate", rate / result.sustainable(), "x", 1, false);
    }
}
