package io.orderfield.benchmark;

import io.orderfield.benchmark.Setup.Costs;
import io.orderfield.benchmark.SynchronizationFigures.Result;
import io.orderfield.benchmark.floor.FloorProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The floor as a process beside the same database and broker, and what of it is compared with the product. */
final class Floor implements AutoCloseable {
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 10;

    /** How many times the floor's processor time a hop of the product may take. */
    private static final double GOAL = 3;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    /**
     * @param name of the setup, for the rows
     * @param brokerJars directory with the jars of the resource adapter
     * @param settings of {@link FloorProcess}, but for the body
     */
    Floor(String name, Path home, Path brokerJars, Map<String, String> settings) {
        this.name = name;
        try {
            Files.createDirectories(home);
            Path body = home.resolve("body.json");
            Files.writeString(
                    body,
                    Files.readString(Path.of(System.getProperty("root.dir"), "docs/contract/WorkOrderChanged.v1.json"))
                            .replaceAll("\\R\\s*", ""));
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath(brokerJars),
                    FloorProcess.class.getName());
            Map<String, String> environment = new HashMap<>(settings);
            environment.put("BODY", body.toString());
            builder.environment().putAll(environment);
            process =
                    builder.redirectError(home.resolve("console.log").toFile()).start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            commands = process.outputWriter(StandardCharsets.UTF_8);
            answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(Path brokerJars) {
        return Stream.of(
                        sourceOf(FloorProcess.class),
                        brokerJars + File.separator + "*",
                        Path.of(System.getProperty("server.template"), "jdbc") + File.separator + "*",
                        sourceOf(jakarta.jms.Message.class))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String sourceOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return Path.of(java.net.URI.create(source.getLocation().toString())).toString();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Measures, and prints the product's figures in relation. */
    void compare(Setup setup, Result product) {
        run("saturate " + WARM_UP_SECONDS);
        String[] most = run("saturate " + SECONDS);
        double perSecond = Double.parseDouble(most[0]) / Double.parseDouble(most[1]);
        Costs before = setup.costs();
        String[] half = run("rate " + product.half() + " " + SECONDS);
        Costs hop = setup.costs().minus(before).per(Long.parseLong(half[0]));
        Figures.row(name + ", floor: hops at saturation", perSecond, "/s", "-");
        Figures.row(
                name + ", floor: lag to the note at the product's half rate, p50",
                Double.parseDouble(half[2]),
                "ms",
                "-");
        Figures.row(
                name + ", floor: lag to the note at the product's half rate, p99",
                Double.parseDouble(half[3]),
                "ms",
                "-");
        hop.printCpu(name + ", floor: CPU per hop");
        hop.printBytes(name + ", floor: written per hop");
        Figures.judged(
                name + ": CPU per hop to the floor's",
                product.perHop().total().cpuMillis() / hop.total().cpuMillis(),
                "x",
                GOAL,
                true);
        Figures.row(
                name + ": bytes written per hop to the floor's",
                product.perHop().total().bytesWritten() / hop.total().bytesWritten(),
                "x",
                "-");
    }

    private String[] run(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("> ")) {
                return line.substring(2).split(" ");
            }
        }
        throw new IllegalStateException("The floor ended; see its console.log");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
