package io.orderfield.it.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A Java agent that lets a server's clock go wrong: every {@link java.time.Clock} of that process, and nothing else of the
 * machine, is ahead or behind. The server is the one that ships; it knows nothing of this.
 */
public final class SkewedClock {
    private static final String CLOCK = "java.time.Clock$SystemClock";

    private SkewedClock() {}

    /** The argument of the Java command that puts the clock of its process off by this much. */
    public static String argument(Duration skew) {
        return "-javaagent:" + jar() + "=" + skew.toMillis();
    }

    private static Path jar() {
        try {
            Path directory = Files.createDirectories(Path.of(System.getProperty("it.dir")));
            Path jar = directory.resolve("skewed-clock.jar").toAbsolutePath();
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.putValue("Premain-Class", SkewedClock.class.getName());
            main.putValue("Can-Retransform-Classes", "true");
            main.put(
                    Attributes.Name.CLASS_PATH,
                    ByteBuddy.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()
                            .toString());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Class<?> part : new Class<?>[] {SkewedClock.class, Off.class, OfInstant.class, OfMillis.class}) {
                    String name = part.getName().replace('.', '/') + ".class";
                    out.putNextEntry(new JarEntry(name));
                    out.write(part.getClassLoader().getResourceAsStream(name).readAllBytes());
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called by the virtual machine before the server starts. */
    public static void premain(String millis, Instrumentation instrumentation) {
        long skew = Long.parseLong(millis);
        // loaded, so that it is there to be changed
        Instant.now();
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .ignore(ElementMatchers.none())
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.RedefinitionStrategy.Listener.ErrorEscalating.FAIL_FAST)
                .type(ElementMatchers.named(CLOCK))
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.withCustomMapping()
                                .bind(Off.class, skew)
                                .to(OfInstant.class)
                                .on(ElementMatchers.named("instant")))
                        .visit(Advice.withCustomMapping()
                                .bind(Off.class, skew)
                                .to(OfMillis.class)
                                .on(ElementMatchers.named("millis"))))
                .installOn(instrumentation);
    }

    /** Marks the parameter that holds how many milliseconds the clock is off. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    public @interface Off {}

    /** Becomes the end of {@code instant()}. */
    public static final class OfInstant {
        private OfInstant() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant instant, @Off long skew) {
            instant = instant.plusMillis(skew);
        }
    }

    /** Becomes the end of {@code millis()}. */
    public static final class OfMillis {
        private OfMillis() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long millis, @Off long skew) {
            millis = millis + skew;
        }
    }
}
