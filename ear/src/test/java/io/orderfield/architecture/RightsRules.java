package io.orderfield.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That nobody forgets who may: services and resources name the right that a caller needs. */
final class RightsRules {
    /** Their answers hold secrets, of which nothing may be kept. */
    private static final Set<String> KEYLESS = Set.of("TokenResource", "SecretResource", "OwnPasswordResource");

    private RightsRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "a service says who may call it",
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areNotStatic()
                        .and()
                        .areDeclaredInClassesThat(
                                describe("are services, or inherited by some", RightsRules::isService))
                        .should(nameARight()));
        rules.put(
                "a resource says who may call it",
                methods()
                        .that(describe("answer calls of the API", RightsRules::isOperation))
                        .should(nameARight()));
        rules.put(
                "the POSTs of a resource take an idempotency key",
                // in its own words: a stereotype's binding is lost beside @May
                classes()
                        .that(describe("take POSTs that may be repeated", RightsRules::takesPosts))
                        .should()
                        .beAnnotatedWith("io.orderfield.web.api.Idempotent"));
        rules.put(
                "a resource asks for a right that its services ask for",
                methods()
                        .that(describe("answer calls of the API by right", m -> isOperation(m) && right(m).isPresent()))
                        .should(askForARightOfTheirServices()));
        rules.put(
                "pages and resources call nothing that is open to everybody",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.web..")
                        .and()
                        .resideOutsideOfPackages(
                                "io.orderfield.web.api",
                                "io.orderfield.web.health..",
                                "io.orderfield.web.login",
                                "io.orderfield.web.security",
                                "io.orderfield.web.ui")
                        .should()
                        .callMethodWhere(openToEverybody()));
        return rules;
    }

    /** The right that a method, or else its class, names. */
    static Optional<May> right(JavaMethod method) {
        return method.isAnnotatedWith(May.class)
                ? Optional.of(method.getAnnotationOfType(May.class))
                : method.getOwner().tryGetAnnotationOfType(May.class);
    }

    static boolean isOperation(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)
                        || a.getRawType().isEquivalentTo(GET.class));
    }

    private static boolean isService(JavaClass candidate) {
        return !candidate.isInterface()
                && Stream.concat(Stream.of(candidate), candidate.getAllSubclasses().stream())
                        .anyMatch(c -> c.isAnnotatedWith(Stateless.class));
    }

    private static boolean takesPosts(JavaClass resource) {
        return !KEYLESS.contains(resource.getSimpleName())
                && resource.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(POST.class));
    }

    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class) || method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static ArchCondition<JavaMethod> nameARight() {
        return condition("name a right, or be open to everybody on purpose", (method, events) -> {
            if (right(method).isEmpty() && !isOpen(method)) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no right"));
            }
        });
    }

    private static ArchCondition<JavaMethod> askForARightOfTheirServices() {
        return condition("ask for a right that a service below asks for", (method, events) -> {
            Right asked = right(method).orElseThrow().value();
            Set<Right> below = below(method, 3);
            if (!below.contains(asked)) {
                events.add(SimpleConditionEvent.violated(
                        method, method.getFullName() + " asks for " + asked + ", its services for " + below));
            }
        });
    }

    /** Rights of the services that a method calls, by itself or by what it calls in the web. */
    private static Set<Right> below(JavaMethod method, int depth) {
        return method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget().resolveMember())
                .flatMap(Optional::stream)
                .flatMap(called -> {
                    boolean isWeb = called.getOwner().getPackageName().startsWith("io.orderfield.web");
                    return isWeb && depth > 0 ? below(called, depth - 1).stream() : ofServices(called);
                })
                .collect(Collectors.toSet());
    }

    /** The right that a service's method needs; of an interface's method, those that its services need. */
    private static Stream<Right> ofServices(JavaMethod called) {
        JavaClass owner = called.getOwner();
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .filter(c -> c.isAnnotatedWith(Stateless.class))
                .flatMap(c -> c.getAllMethods().stream())
                .filter(m -> m.getName().equals(called.getName()))
                .flatMap(m -> right(m).stream())
                .map(May::value);
    }

    private static DescribedPredicate<JavaMethodCall> openToEverybody() {
        return describe("is open to everybody", call -> {
            JavaClass owner = call.getTargetOwner();
            return isService(owner)
                    && call.getTarget()
                            .resolveMember()
                            .filter(m -> right(m).isEmpty() && isOpen(m))
                            .isPresent();
        });
    }

    private interface Check {
        void on(JavaMethod method, ConditionEvents events);
    }

    private static ArchCondition<JavaMethod> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                check.on(method, events);
            }
        };
    }
}
