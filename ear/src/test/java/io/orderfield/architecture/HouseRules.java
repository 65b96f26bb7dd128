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
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules of the house, each by its name. {@link ArchitectureTest} runs each on the code and on a guilty sample. */
final class HouseRules {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.LocalTime");

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
        rules.put("time comes from a clock", noClasses().should().callMethodWhere(readsTheTimeWithoutAClock()));
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
        rules.putAll(RightsRules.all());
        rules.putAll(AnswerRules.all());
        return rules;
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTimeWithoutAClock() {
        return DescribedPredicate.describe("reads the time without a Clock", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = CLOCKS.contains(owner.getName())
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(t -> t.isEquivalentTo(Clock.class));
            boolean millis =
                    owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
            return now || millis;
        });
    }
}
