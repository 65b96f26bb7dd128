package io.orderfield.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** That a bean names what it works with once (ADR 39). */
final class BeanRules {
    private static final String SHARED = "io.orderfield.kernel.Shared";

    private static final List<String> BEANS = List.of(
            SHARED,
            "jakarta.ejb.Stateless",
            "jakarta.ejb.Singleton",
            "jakarta.ejb.MessageDriven",
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.Dependent",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.faces.view.ViewScoped",
            "jakarta.inject.Singleton",
            "jakarta.interceptor.Interceptor");

    private BeanRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "a bean has one constructor",
                classes().that(describe("are beans", BeanRules::isBean)).should(haveOneConstructor()));
        rules.put(
                "what is shared is given its fields in its constructor",
                fields().that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(SHARED)
                        .should()
                        .notBeAnnotatedWith("jakarta.inject.Inject")
                        .andShould()
                        .notBeAnnotatedWith("jakarta.persistence.PersistenceContext"));
        return rules;
    }

    private static boolean isBean(JavaClass type) {
        return BEANS.stream().anyMatch(type::isAnnotatedWith);
    }

    private static ArchCondition<JavaClass> haveOneConstructor() {
        return new ArchCondition<>("have one constructor, the container's and the tests'") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int count = type.getConstructors().size();
                events.add(new SimpleConditionEvent(
                        type, count <= 1, type.getFullName() + " has " + count + " constructors"));
            }
        };
    }
}
