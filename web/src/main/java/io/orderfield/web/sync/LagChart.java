package io.orderfield.web.sync;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The lags of the last hour as lines of a drawing that is {@link #WIDTH} by {@link #HEIGHT}. A minute without messages ends a
 * line: there is nothing to tell of it.
 *
 * @param lines what to draw
 * @param top the lag at the top edge, in words
 * @param middle the lag at half the height, in words
 */
public record LagChart(List<Line> lines, String top, String middle) implements Serializable {
    /** Width of the drawing. */
    public static final int WIDTH = 600;

    /** Height of the drawing. */
    public static final int HEIGHT = 140;

    private static final int MINUTES = 60;
    private static final long LEAST_TOP = 100;

    public LagChart {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param style class of its look
     * @param points as an SVG polyline wants them
     */
    public record Line(String style, String points) implements Serializable {}

    static LagChart of(List<SyncRecord.Side> sides, Instant now) {
        Instant end = now.truncatedTo(ChronoUnit.MINUTES);
        long top = sides.stream()
                .flatMap(side -> side.lagPerMinute().stream())
                .mapToLong(SyncRecord.Lag::p99)
                .max()
                .orElse(0);
        long scale = Math.max(LEAST_TOP, top);
        List<Line> lines = new ArrayList<>();
        for (SyncRecord.Side side : sides) {
            add(lines, side.side() + " p50", side.lagPerMinute(), SyncRecord.Lag::p50, end, scale);
            add(lines, side.side() + " p99", side.lagPerMinute(), SyncRecord.Lag::p99, end, scale);
        }
        return new LagChart(lines, millis(scale), millis(scale / 2));
    }

    private static void add(
            List<Line> lines,
            String style,
            List<SyncRecord.Lag> minutes,
            ToLongFunction<SyncRecord.Lag> value,
            Instant end,
            long scale) {
        StringBuilder points = new StringBuilder();
        long last = Long.MIN_VALUE;
        for (SyncRecord.Lag lag : minutes) {
            long minute = MINUTES - Duration.between(lag.since(), end).toMinutes();
            if (minute < 0 || minute > MINUTES) {
                continue;
            }
            if (minute > last + 1 && !points.isEmpty()) {
                lines.add(new Line(style, points.toString()));
                points.setLength(0);
            }
            double x = (double) minute * WIDTH / MINUTES;
            double y = HEIGHT - (double) value.applyAsLong(lag) * HEIGHT / scale;
            // two points even for a single minute, or nothing would be seen of it
            points.append(point(Math.max(0, x - 2), y))
                    .append(' ')
                    .append(point(x, y))
                    .append(' ');
            last = minute;
        }
        if (!points.isEmpty()) {
            lines.add(new Line(style, points.toString()));
        }
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    /** Milliseconds as a person reads them. */
    static String millis(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
                : String.format(Locale.ROOT, "%.1f min", millis / 60_000.0);
    }
}
