package io.orderfield.fsm.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some time between two moments.
 *
 * @param end after {@code start}
 */
record Span(Instant start, Instant end) {
    boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    boolean covers(Span other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    /** The same times in order, what touches or overlaps made one. */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span next :
                spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || next.start.isAfter(last.end)) {
                merged.add(next);
            } else if (next.end.isAfter(last.end)) {
                merged.set(merged.size() - 1, new Span(last.start, next.end));
            }
        }
        return merged;
    }

    /** What is left of the first ones when the others are taken away, in order. */
    static List<Span> without(List<Span> spans, List<Span> taken) {
        List<Span> left = new ArrayList<>(merged(spans));
        for (Span gone : taken) {
            List<Span> rest = new ArrayList<>();
            for (Span span : left) {
                if (!span.overlaps(gone)) {
                    rest.add(span);
                    continue;
                }
                if (span.start.isBefore(gone.start)) {
                    rest.add(new Span(span.start, gone.start));
                }
                if (span.end.isAfter(gone.end)) {
                    rest.add(new Span(gone.end, span.end));
                }
            }
            left = rest;
        }
        return left;
    }
}
