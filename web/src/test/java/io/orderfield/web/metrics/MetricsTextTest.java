package io.orderfield.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
    private final Map<MetricID, Metric> metrics = new TreeMap<>();

    @Test
    void describesEachNameOnceAndWritesALineForEachOfItsLabels() {
        metrics.put(new MetricID("orders", new Tag("side", "om")), counting(3));
        metrics.put(new MetricID("orders", new Tag("side", "fsm")), counting(4));
        assertThat(written())
                .isEqualTo("# HELP orders_total Words \\\\ and\\nlines\n# TYPE orders_total counter\n"
                        + "orders_total{side=\"fsm\",mp_scope=\"application\"} 4.0\n"
                        + "orders_total{side=\"om\",mp_scope=\"application\"} 3.0\n");
    }

    @Test
    void writesOnlyNamesThatThereMayBeWithTheirUnit() {
        metrics.put(new MetricID("memory.used-heap"), gauge(5));
        assertThat(written()).contains("\nmemory_used_heap_bytes{mp_scope=\"application\"} 5.0\n");
    }

    @Test
    void keepsAValueInItsQuotes() {
        metrics.put(new MetricID("size", new Tag("name", "a\"b\\c\nd")), gauge(1));
        assertThat(written()).contains("size_bytes{name=\"a\\\"b\\\\c\\nd\",mp_scope=\"application\"} 1.0\n");
    }

    private String written() {
        MetricsText text = new MetricsText();
        text.add(registry());
        return text.toString();
    }

    private static Gauge<Number> gauge(int value) {
        return () -> value;
    }

    private static Counter counting(long count) {
        return new Counter() {
            @Override
            public void inc() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void inc(long n) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long getCount() {
                return count;
            }
        };
    }

    private MetricRegistry registry() {
        Metadata metadata = Metadata.builder()
                .withName("any")
                .withDescription("Words \\ and\nlines")
                .withUnit("bytes")
                .build();
        return (MetricRegistry) Proxy.newProxyInstance(
                MetricRegistry.class.getClassLoader(),
                new Class<?>[] {MetricRegistry.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMetrics" -> metrics;
                    case "getMetadata" -> metadata;
                    case "getScope" -> MetricRegistry.APPLICATION_SCOPE;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
