package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagram of ADR 44 tells what the code does: each class is there, has the method, and is called by the one before. */
class WayTest {
    private static final Pattern PARTICIPANT = Pattern.compile("participant (\\w+) as ([\\w.]+)<br/>(\\w+)");
    private static final Pattern MESSAGE = Pattern.compile("(\\w+)(->>|-\\))(\\w+): (\\w+)(?:\\((\\w+)\\))?");
    private static final String OBSERVES = "jakarta.enterprise.event.Observes";
    private static final String EVENT = "jakarta.enterprise.event.Event";
    private static final String PRODUCER = "jakarta.jms.JMSProducer";
    private static final String LISTENER = "jakarta.jms.MessageListener";

    private final JavaClasses code = ArchitectureTest.CODE;

    @Test
    void eachStepIsTakenInTheCode() throws IOException {
        List<String> diagram =
                Files.readAllLines(Sources.ROOT.resolve("docs/adr/0044-the-way-of-one-message.md")).stream()
                        .map(String::strip)
                        .toList();
        assertThat(wrong(diagram)).isEmpty();
        assertThat(diagram.stream().filter(line -> MESSAGE.matcher(line).matches()))
                .hasSizeGreaterThan(30);
    }

    @Test
    void noticesWhatIsNotSo() {
        List<String> participants = List.of(
                "participant Service as om.ordering<br/>CustomerOrderService",
                "participant Orders as om.ordering<br/>CustomerOrderCommands",
                "participant Order as om.customerorder<br/>CustomerOrder",
                "participant Hold as om.change<br/>Hold",
                "participant Nobody as om.ordering<br/>CustomerOrderNobody");
        assertThat(wrong(participants)).containsExactly("Nobody is no class");
        for (String wrong : List.of(
                "Service->>Orders: approveTwice", // no such method
                "Service->>Order: approve", // somebody else calls it
                "Service-)Hold: held(CustomerOrderHeld)", // somebody else fires it
                "Service-)Hold: held(CustomerOrderApproved)", // it observes something else
                "Service-)Orders: approve")) { // no message of the broker
            assertThat(wrong(Stream.concat(participants.stream().limit(4), Stream.of(wrong))
                            .toList()))
                    .as(wrong)
                    .hasSize(1);
        }
        assertThat(wrong(Stream.concat(
                                participants.stream().limit(4),
                                Stream.of("Service->>Orders: approve", "Hold->>Order: hold"))
                        .toList()))
                .as("nothing came to Hold before, and it takes no such step")
                .hasSize(2);
    }

    private List<String> wrong(List<String> diagram) {
        Map<String, JavaClass> participants = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        for (String line : diagram) {
            Matcher participant = PARTICIPANT.matcher(line);
            Matcher message = MESSAGE.matcher(line);
            if (participant.matches()) {
                String name = "io.orderfield." + participant.group(2) + '.' + participant.group(3);
                if (code.contain(name)) {
                    participants.put(participant.group(1), code.get(name));
                } else {
                    wrong.add(participant.group(1) + " is no class");
                }
            } else if (message.matches()) {
                JavaClass from = participants.get(message.group(1));
                JavaClass to = participants.get(message.group(3));
                if (from == null || to == null || !isTaken(from, to, message)) {
                    wrong.add(line + " is not so");
                }
                if (!reached.isEmpty() && !reached.contains(message.group(1))) {
                    wrong.add(line + " comes from nowhere");
                }
                reached.add(message.group(1));
                reached.add(message.group(3));
            }
        }
        return wrong;
    }

    private static boolean isTaken(JavaClass from, JavaClass to, Matcher message) {
        String method = message.group(4);
        Stream<JavaMethod> methods =
                to.getAllMethods().stream().filter(m -> m.getName().equals(method));
        if (message.group(2).equals("->>")) {
            return methods.findAny().isPresent()
                    && accesses(from, a -> a.getName().equals(method) && isOneOf(a.getTargetOwner(), to));
        }
        String event = message.group(5);
        if (event == null) {
            return methods.findAny().isPresent()
                    && to.isAssignableTo(LISTENER)
                    && accesses(
                            from,
                            a -> a.getTargetOwner().getName().equals(PRODUCER)
                                    && a.getName().equals("send"));
        }
        return methods.flatMap(m -> m.getParameters().stream())
                        .anyMatch(p -> p.isAnnotatedWith(OBSERVES)
                                && p.getRawType().getSimpleName().equals(event))
                && accesses(from, a -> a.getTargetOwner().getName().equals(EVENT))
                && accesses(from, a -> a.getTargetOwner().getSimpleName().equals(event));
    }

    /** By the class, by what it inherits its code from, or by a class within: by a call or a reference. */
    private static boolean accesses(JavaClass from, Predicate<JavaAccess<?>> what) {
        return Stream.concat(Stream.of(from), from.getAllRawSuperclasses().stream())
                .filter(c -> c.getPackageName().startsWith("io.orderfield"))
                .flatMap(c -> Stream.concat(
                        Stream.of(c), c.getPackage().getClasses().stream().filter(inner -> inner.getName()
                                .startsWith(c.getName() + "$"))))
                .flatMap(c -> Stream.concat(
                        c.getMethodCallsFromSelf().stream(),
                        Stream.concat(
                                c.getMethodReferencesFromSelf().stream(), c.getConstructorCallsFromSelf().stream())))
                .anyMatch(what);
    }

    /** A port of it will do. */
    private static boolean isOneOf(JavaClass called, JavaClass type) {
        return type.isAssignableTo(called.getName()) || called.isAssignableTo(type.getName());
    }
}
