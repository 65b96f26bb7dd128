package io.orderfield.web.metrics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Snapshot;
import org.eclipse.microprofile.metrics.Timer;

/** Writes metrics in the text format of Prometheus, version 0.0.4. */
final class MetricsText {
    private final StringBuilder text = new StringBuilder();
    private final Set<String> described = new HashSet<>();

    /** All of a registry, by name, with its scope as a label. */
    void add(MetricRegistry registry) {
        List<Map.Entry<MetricID, Metric>> metrics = registry.getMetrics().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<MetricID, Metric> entry) -> entry.getKey()))
                .toList();
        for (Map.Entry<MetricID, Metric> metric : metrics) {
            MetricID id = metric.getKey();
            add(id, registry.getMetadata(id.getName()), metric.getValue(), registry.getScope());
        }
    }

    private void add(MetricID id, Metadata metadata, Metric metric, String scope) {
        String name = name(id.getName());
        String labels = labels(id, scope);
        if (metric instanceof Counter counter) {
            describe(name + "_total", "counter", metadata);
            line(name + "_total", labels, counter.getCount());
        } else if (metric instanceof Gauge<?> gauge) {
            name = withUnit(name, metadata);
            describe(name, "gauge", metadata);
            line(name, labels, gauge.getValue().doubleValue());
        } else if (metric instanceof Timer timer) {
            describe(name + "_seconds", "summary", metadata);
            line(name + "_seconds_count", labels, timer.getCount());
            line(name + "_seconds_sum", labels, timer.getElapsedTime().toNanos() / 1e9);
            quantiles(name + "_seconds", labels, timer.getSnapshot());
        } else if (metric instanceof Histogram histogram) {
            name = withUnit(name, metadata);
            describe(name, "summary", metadata);
            line(name + "_count", labels, histogram.getCount());
            line(name + "_sum", labels, histogram.getSum());
            quantiles(name, labels, histogram.getSnapshot());
        }
    }

    private void quantiles(String name, String labels, Snapshot snapshot) {
        for (Snapshot.PercentileValue value : snapshot.percentileValues()) {
            line(name, labels + ",quantile=\"" + value.getPercentile() + "\"", value.getValue());
        }
    }

    private void describe(String name, String type, Metadata metadata) {
        if (described.add(name)) {
            metadata.description().ifPresent(words -> text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(words.replace("\\", "\\\\").replace("\n", "\\n"))
                    .append('\n'));
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }
    }

    private void line(String name, String labels, double value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String withUnit(String name, Metadata metadata) {
        String unit = metadata.unit().filter(u -> !u.equals(MetricUnits.NONE)).orElse("");
        return unit.isEmpty() || name.endsWith("_" + unit) ? name : name + '_' + unit;
    }

    private static String labels(MetricID id, String scope) {
        StringBuilder labels = new StringBuilder();
        id.getTags().forEach((tag, value) -> labels.append(name(tag))
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append("\","));
        return labels + "mp_scope=\"" + scope + '"';
    }

    private static String name(String name) {
        return name.replaceAll("[^a-zA-Z0-9_]", "_");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
