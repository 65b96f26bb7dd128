package io.orderfield.benchmark.floor;

import jakarta.jms.ConnectionFactory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Does hops on command: a line {@code saturate <seconds>} or {@code rate <hops per second> <seconds>}, answered by a line
 * {@code <hops> <seconds until the last note> <lag p50 ms> <lag p99 ms>} once all are noted and audited. Settings are
 * variables of the environment, see {@link #main}.
 */
public final class FloorProcess {
    private static final int LINKS = 64;
    private static final int WRITERS = 8;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    /** Lags in nanoseconds of the hops since the last command. */
    private final ConcurrentLinkedQueue<Long> lags = new ConcurrentLinkedQueue<>();

    private final AtomicInteger written = new AtomicInteger();
    private final FloorDatabase database;
    private final List<FloorSender.Writer> writers = new ArrayList<>();
    private int total;

    private FloorProcess(Map<String, String> settings) throws Exception {
        database = new FloorDatabase(settings.get("DB_URL"), settings.get("DB_USER"), settings.get("DB_PASSWORD"));
        database.create(LINKS);
        if (settings.containsKey("BROKER_XML")) {
            daemon("broker", FloorProcess::runBroker);
        }
        String user = settings.get("BROKER_USER");
        String password = settings.get("ARTEMIS_PASSWORD");
        ConnectionFactory broker = connected(settings.get("BROKER_URL"), user, password);
        FloorReceiver.start(database, broker, user, password, planned -> lags.add(System.nanoTime() - planned));
        FloorSender sender =
                new FloorSender(database, broker, user, password, Files.readString(Path.of(settings.get("BODY"))));
        for (int i = 0; i < WRITERS; i++) {
            writers.add(sender.new Writer());
        }
    }

    /**
     * {@code DB_URL}, {@code DB_USER}, {@code DB_PASSWORD}; {@code BROKER_URL}, {@code BROKER_USER},
     * {@code ARTEMIS_PASSWORD}; {@code BODY}: file with the text of a message; and for a broker in this process what
     * {@code io.orderfield.broker.BrokerProcess} wants.
     */
    public static void main(String[] args) throws Exception {
        FloorProcess floor = new FloorProcess(System.getenv());
        System.out.println("> ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            System.out.println("> "
                    + (words[0].equals("rate")
                            ? floor.atRate(Double.parseDouble(words[1]), Double.parseDouble(words[2]))
                            : floor.saturated(Double.parseDouble(words[1]))));
        }
        System.exit(0);
    }

    /** The class path is the resource adapter's, which this is compiled without. */
    private static void runBroker() throws Exception {
        Class.forName("io.orderfield.broker.BrokerProcess")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
    }

    private static ConnectionFactory connected(String url, String user, String password) throws Exception {
        ConnectionFactory factory =
                (ConnectionFactory) Class.forName("org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory")
                        .getConstructor(String.class)
                        .newInstance(url);
        long begin = System.nanoTime();
        while (true) {
            try {
                factory.createContext(user, password).close();
                return factory;
            } catch (RuntimeException notYet) {
                if (System.nanoTime() - begin > PATIENCE_NANOS) {
                    throw notYet;
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private String saturated(double seconds) throws Exception {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        // few more than the receivers have: an endless backlog would measure the writers only
        everyWriter((writer, i) -> {
            for (int n = i; System.nanoTime() < end; n += WRITERS) {
                while (written.get() - lags.size() > 4 * WRITERS && System.nanoTime() < end) {
                    LockSupport.parkNanos(200_000);
                }
                write(writer, n % LINKS, System.nanoTime());
            }
        });
        return finish(begin);
    }

    private String atRate(double rate, double seconds) throws Exception {
        long begin = System.nanoTime();
        int count = (int) (rate * seconds);
        everyWriter((writer, i) -> {
            for (int n = i; n < count; n += WRITERS) {
                long planned = begin + (long) (n * 1e9 / rate);
                for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                write(writer, n % LINKS, planned);
            }
        });
        return finish(begin);
    }

    private void write(FloorSender.Writer writer, int link, long planned) throws SQLException {
        written.incrementAndGet();
        writer.write(link, planned);
    }

    private interface Writing {
        void run(FloorSender.Writer writer, int number) throws Exception;
    }

    private void everyWriter(Writing writing) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            threads.add(daemon("writer", () -> writing.run(writers.get(number), number)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private String finish(long begin) throws SQLException {
        int count = written.get();
        while (lags.size() < count) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IllegalStateException((count - lags.size()) + " of " + count + " hops did not arrive");
            }
            LockSupport.parkNanos(1_000_000);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        total += count;
        audit();
        List<Long> sorted = new ArrayList<>(lags);
        Collections.sort(sorted);
        written.set(0);
        lags.clear();
        return count + " " + seconds + " " + sorted.get(count / 2) / 1e6 + " " + sorted.get(count * 99 / 100) / 1e6;
    }

    /** Every change one note, numbered without a gap; nothing left in the outbox. */
    private void audit() throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select (select count(*) from floor.note),"
                                + " (select sum(m) from (select max(position) as m from floor.note group by link) p),"
                                + " (select count(*) from floor.outbox)")) {
            row.next();
            if (row.getInt(1) != total || row.getInt(2) != total || row.getInt(3) > 100) {
                throw new IllegalStateException("of " + total + " changes " + row.getInt(1) + " are noted, up to "
                        + row.getInt(2) + ", and " + row.getInt(3) + " are left to send");
            }
        }
    }

    interface Work {
        void run() throws Exception;
    }

    /** Runs the work in a thread of its own; its failure ends the process. */
    static Thread daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        e.printStackTrace();
                        System.exit(1);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
