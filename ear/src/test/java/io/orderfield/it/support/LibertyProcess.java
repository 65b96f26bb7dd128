package io.orderfield.it.support;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged server as an operating system process of its own: the EAR of this build, unchanged if not said otherwise, in a user directory of
 * its own, with data that outlives the process. It can be killed the hard way and started again.
 */
public final class LibertyProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(240);
    private static final String SERVER = "orderfield";
    private static final Set<Integer> TOLD = ConcurrentHashMap.newKeySet();

    /** What the build gives the server that Arquillian starts, and with it to all that these tests start. */
    private static final Set<String> OF_ARQUILLIANS_SERVER = Set.of(
            "DB_URL", "DB_USER", "DB_PASSWORD", "ARTEMIS_MODE", "ARTEMIS_HOSTS", "ARTEMIS_USER", "ARTEMIS_PASSWORD");

    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final int http;
    private final int https;
    private final int amqp;
    private Surroundings surroundings;
    private Process process;

    /**
     * A server that works with what this build says, and has that for itself: it ends with the server.
     *
     * @param name names the directory under {@code target/it}; an old one of that name is removed
     */
    public static LibertyProcess inItsSurroundings(String name, Map<String, String> settings) {
        Surroundings own = Surroundings.of(name, "");
        Map<String, String> all = own.settings();
        all.putAll(settings);
        LibertyProcess server = new LibertyProcess(name, all);
        server.surroundings = own;
        return server;
    }

    /** @param name names the directory under {@code target/it}; an old one of that name is removed */
    public LibertyProcess(String name, Map<String, String> settings) {
        this(name, settings, Path.of(System.getProperty("ear.file")));
    }

    /**
     * @param name names the directory under {@code target/it}; an old one of that name is removed
     * @param ear what to run instead of the EAR of this build
     */
    public LibertyProcess(String name, Map<String, String> settings, Path ear) {
        home = Path.of(System.getProperty("it.dir"), name).toAbsolutePath();
        http = freePort();
        https = freePort();
        amqp = freePort();
        environment.put("HTTP_PORT", String.valueOf(http));
        environment.put("HTTPS_PORT", String.valueOf(https));
        environment.put("ARTEMIS_PORT", String.valueOf(amqp));
        environment.put("DATA_DIR", home.resolve("data").toString());
        environment.put("WLP_USER_DIR", home.resolve("usr").toString());
        environment.putAll(settings);
        layOut(ear);
    }

    /** Changes a setting; the next start knows it. */
    public LibertyProcess with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Adds to the server's configuration, under a name of its own; the next start knows it. */
    public LibertyProcess withConfiguration(String name, String server) {
        return withFile("configDropins/defaults/" + name + ".xml", server.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into the server's directory. */
    public LibertyProcess withFile(String path, byte[] content) {
        try {
            Path file = home.resolve("usr/servers").resolve(SERVER).resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Its {@code DATA_DIR}. */
    public Path data() {
        return home.resolve("data");
    }

    private void layOut(Path ear) {
        try {
            delete(home);
            Path server = home.resolve("usr/servers").resolve(SERVER);
            copy(Path.of(System.getProperty("server.template")), server);
            delete(server.resolve("apps"));
            delete(server.resolve("logs"));
            delete(server.resolve("workarea"));
            if (System.getProperty("server.template").startsWith(System.getProperty("root.dir"))) {
                // the build's tool draws passwords into it; the delivered server has none, but that of another checkout
                // may
                Files.deleteIfExists(server.resolve("server.env"));
            }
            Files.createDirectories(server.resolve("apps"));
            Files.copy(ear, server.resolve("apps/orderfield.ear"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and returns when its readiness check says UP; fails with the end of its log otherwise. */
    public LibertyProcess start() {
        launch();
        return ready();
    }

    /** Starts the server and returns at once. */
    public void launch() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("wlp.home"), "bin", "server").toString(), "run", SERVER);
            builder.environment().keySet().removeAll(OF_ARQUILLIANS_SERVER);
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when its readiness check says UP; kills it, and fails with the end of its log, when that takes too long. */
    public LibertyProcess ready() {
        try {
            awaitReady();
        } catch (AssertionError notReady) {
            kill();
            throw notReady;
        }
        return this;
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant deadline = Instant.now().plus(READY);
        while (Instant.now().isBefore(deadline)) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            if (!process.isAlive()) {
                fail("The server ended while it started:%n%s", tail());
            }
            pause();
        }
        fail("The server was not ready within %s:%n%s", READY, tail());
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL for the server and every process that it started: nothing gets the chance to tidy up. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
        if (surroundings != null) {
            surroundings.close();
        }
    }

    /** Stops the way an operator does; it can be started again. */
    public void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Where the server answers people and partners, such as {@code https://localhost:41234}. */
    public String address() {
        return "https://localhost:" + https;
    }

    /** The port that answers health only. */
    public int httpPort() {
        return http;
    }

    /** Port of the broker's acceptor for outside applications. */
    public int brokerPort() {
        return amqp;
    }

    /** Process ids of the server, for measuring. */
    public Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** What the server printed since its first start. */
    public String log() {
        try {
            return Files.exists(console()) ? Files.readString(console()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path console() {
        return home.resolve("console.log");
    }

    private String tail() {
        String log = log();
        return log.substring(Math.max(0, log.length() - 6_000));
    }

    /** A port that is free, and that no other server of these tests was told. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            int port = socket.getLocalPort();
            return TOLD.add(port) ? port : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
