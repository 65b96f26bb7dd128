package io.orderfield.it.support;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The broker as a process of its own, made of what ships in the resource adapter, with a journal that outlives it. */
public final class ExternalBroker implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final String PASSWORD = "broker-only-in-tests";

    private final Path home;
    private final String users;
    private final int port;
    private Process process;

    /** @param name names the directory under {@code target/it}; an old one of that name is removed */
    public ExternalBroker(String name) {
        this(name, "");
    }

    /**
     * @param name names the directory under {@code target/it}; an old one of that name is removed
     * @param users outside applications, as in {@code ARTEMIS_USERS}
     */
    public ExternalBroker(String name, String users) {
        this(name, users, LibertyProcess.freePort());
    }

    ExternalBroker(String name, String users, int port) {
        this.users = users;
        this.port = port;
        home = Path.of(System.getProperty("it.dir"), name).toAbsolutePath();
        try {
            LibertyProcess.delete(home);
            unpack(template().resolve("rar/artemis.rar"), Files.createDirectories(home.resolve("lib")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path template() {
        return Path.of(System.getProperty("server.template"));
    }

    /** Starts it and returns when it listens. */
    public ExternalBroker start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                home.resolve("lib") + "/*",
                "io.orderfield.broker.BrokerProcess");
        builder.environment()
                .putAll(Map.of(
                        "BROKER_XML", template().resolve("broker.xml").toString(),
                        "DATA_DIR", home.resolve("data").toString(),
                        "ARTEMIS_PORT", String.valueOf(port),
                        "ARTEMIS_USERS", users,
                        "ARTEMIS_PASSWORD", PASSWORD));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("console.log").toFile()));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitListening();
        return this;
    }

    private void awaitListening() {
        Instant deadline = Instant.now().plus(READY);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        kill(); // what comes too late is not left behind
        fail("The broker did not start; see %s", home.resolve("console.log"));
    }

    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port of its acceptor. */
    public int port() {
        return port;
    }

    /** The variables that put Orderfield on this broker. */
    public Map<String, String> settings() {
        return Map.of(
                "ARTEMIS_MODE",
                "external",
                "ARTEMIS_HOSTS",
                "127.0.0.1:" + port,
                "ARTEMIS_USER",
                "orderfield",
                "ARTEMIS_PASSWORD",
                PASSWORD);
    }

    /** Where it listens, as an Artemis client wants it: {@code tcp://host:port}. */
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /** The directory of the jars that ship in the resource adapter: broker and client. */
    public Path jars() {
        return home.resolve("lib");
    }

    /** Its process, for measuring. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends it; it can be started again. */
    public void stop() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                kill();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (name.endsWith(".jar")) {
                    Files.copy(zip, into.resolve(name));
                }
            }
        }
    }
}
