package io.orderfield.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of the house, each by its name. {@link ArchitectureTest} runs each on the code and on a guilty sample. */
final class HouseRules {
    /** Makers of a clock that runs: {@code systemUTC}, {@code tickMillis}, {@code InstantSource.system} and their like. */
    private static final Pattern RUNS = Pattern.compile("(system|tick).*");

    /**
     * Plug-ins that the broker makes itself, in its own process where it has one: there is nobody who could inject a clock.
     * They make theirs once, in {@code EmbeddedBroker} or in the plug-in that a {@code broker.xml} names.
     */
    private static final String PLUG_INS = "io.orderfield.broker";

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "order management does not know field service",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.om..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.orderfield.fsm.."));
        rules.put(
                "field service does not know order management",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.fsm..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.orderfield.om.."));
        rules.put(
                "the contract is made of JDK types",
                classes()
                        .that()
                        .resideInAPackage("io.orderfield.messaging.contract..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.orderfield.messaging.contract..")));
        rules.put(
                "a message is a record",
                classes()
                        .that()
                        .resideInAPackage("io.orderfield.messaging.contract..")
                        .and()
                        .areNotEnums()
                        .and()
                        .haveSimpleNameNotEndingWith("package-info")
                        .should()
                        .beRecords());
        rules.put(
                "Drools stops in rules",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.orderfield.rules..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.drools..", "org.kie.."));
        rules.put(
                "JMS stops in messaging",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..messaging..", "io.orderfield.broker..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.jms.."));
        rules.put(
                "the model is free of containers and channels",
                noClasses()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.ejb..",
                                "jakarta.jms..",
                                "jakarta.ws.rs..",
                                "jakarta.faces..",
                                "jakarta.json..",
                                "com.fasterxml.jackson.databind.."));
        rules.put(
                "an entity has verbs, not setters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .should()
                        .haveNameNotMatching("set[A-Z].*"));
        rules.put(
                "a listener holds no entity manager",
                noClasses()
                        .that()
                        .areAnnotatedWith("jakarta.ejb.MessageDriven")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("jakarta.persistence.EntityManager"));
        rules.put("time comes from a clock", noClasses().should().accessTargetWhere(readsTheTimeWithoutAClock()));
        rules.put(
                "the clock is injected",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("io.orderfield.kernel.SystemClock")
                        .and()
                        .resideOutsideOfPackage(PLUG_INS)
                        .should()
                        .accessTargetWhere(makesAClock()));
        rules.put(
                "the kernel stands on nothing of ours",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.kernel..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.orderfield..")
                                .and(DescribedPredicate.not(resideInAPackage("io.orderfield.kernel..")))));
        rules.put(
                "no guard can be switched off",
                noClasses().should().beAnnotatedWith("jakarta.enterprise.inject.Alternative"));
        rules.put(
                "packages form no cycle",
                slices().matching("io.orderfield.(*).(*)..").should().beFreeOfCycles());
        rules.put(
                "nobody knows the web",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.orderfield.web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.orderfield.web.."));
        rules.put(
                "the web does not touch entities",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.web..")
                        .should()
                        .dependOnClassesThat(annotatedWith("jakarta.persistence.Entity")));
        rules.put(
                "the web sees services and what they say",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.web..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("io.orderfield.om..", "io.orderfield.fsm..")
                                .and(DescribedPredicate.not(isAServiceOrWhatItSays()))));
        rules.put(
                "the web does not call what only listeners may call",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.web..")
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleNameEndingWith("Intake"));
        rules.put(
                "of the contract the web knows field changes only",
                noClasses()
                        .that()
                        .resideInAPackage("io.orderfield.web..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.orderfield.messaging.contract..")
                                .and(DescribedPredicate.not(simpleName("FieldChange")))));
        rules.putAll(BeanRules.all());
        rules.putAll(EventRules.all());
        rules.putAll(RightsRules.all());
        rules.putAll(AnswerRules.all());
        return rules;
    }

    /** What is public in the modules beyond this is for their own rooms; signing in is the one room that the web shares. */
    private static DescribedPredicate<JavaClass> isAServiceOrWhatItSays() {
        return DescribedPredicate.describe(
                "are services, views, commands or refusals",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isAssignableTo(Throwable.class)
                        || type.isAnnotatedWith("jakarta.ejb.Stateless")
                        || type.isAnnotatedWith("jakarta.ejb.Singleton")
                        || type.isAnnotatedWith("jakarta.enterprise.context.RequestScoped")
                        || type.getPackageName().equals("io.orderfield.om.user"));
    }

    /** By a call or by a reference such as {@code Instant::now}. */
    private static DescribedPredicate<JavaAccess<?>> readsTheTimeWithoutAClock() {
        return DescribedPredicate.describe("reads the time without a Clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            if (owner.isEquivalentTo(System.class)) {
                return name.equals("currentTimeMillis");
            }
            if (owner.isEquivalentTo(Date.class)) {
                return name.equals("<init>") && parameters(access).isEmpty();
            }
            return owner.isAssignableTo(Calendar.class) && name.equals("getInstance")
                    || owner.getPackageName().startsWith("java.time")
                            && name.equals("now")
                            && parameters(access).stream().noneMatch(t -> t.isEquivalentTo(Clock.class));
        });
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes() : List.of();
    }

    private static DescribedPredicate<JavaAccess<?>> makesAClock() {
        return DescribedPredicate.describe(
                "makes a clock",
                access -> (access.getTargetOwner().isEquivalentTo(Clock.class)
                                || access.getTargetOwner().isEquivalentTo(InstantSource.class))
                        && RUNS.matcher(access.getName()).matches());
    }
}
