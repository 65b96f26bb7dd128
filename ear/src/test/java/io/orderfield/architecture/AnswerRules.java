package io.orderfield.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** That what a service says, or is told, is not said again by the web. */
final class AnswerRules {
    private AnswerRules() {}

    static Map<String, ArchRule> all() {
        return Map.of(
                "an answer that says what the view says is the view",
                methods()
                        .that()
                        .areStatic()
                        .and()
                        .haveName("of")
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("io.orderfield.web..")
                        .should(sayMoreOrLessThanTheView()),
                "a body that says what the command says is the command",
                methods()
                        .that()
                        .haveName("command")
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("io.orderfield.web..")
                        .should(sayMoreOrLessThanTheCommand()));
    }

    private static ArchCondition<JavaMethod> sayMoreOrLessThanTheCommand() {
        return new ArchCondition<>("say more or less than the command") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass body = method.getOwner();
                JavaClass command = method.getRawReturnType();
                if (!method.getRawParameterTypes().isEmpty()) {
                    return; // it is told where it stands, to say what is wrong with its form
                }
                boolean same =
                        body.isRecord() && command.isRecord() && typed(body).equals(typed(command));
                events.add(new SimpleConditionEvent(
                        method, !same, body.getName() + " says what " + command.getName() + " says"));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayMoreOrLessThanTheView() {
        return new ArchCondition<>("say more or less than the view") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass answer = method.getRawReturnType();
                if (method.getRawParameterTypes().size() != 1 || !answer.isRecord()) {
                    return;
                }
                JavaClass view = method.getRawParameterTypes().get(0);
                boolean same = view.isRecord() && components(answer).equals(components(view));
                events.add(new SimpleConditionEvent(
                        method, !same, answer.getName() + " says what " + view.getName() + " says"));
            }
        };
    }

    /** With what lists are of: a list of bodies is no list of what the service knows. */
    private static Set<String> typed(JavaClass type) {
        return components(type, field -> field.getType().getName());
    }

    private static Set<String> components(JavaClass type) {
        return components(type, field -> field.getRawType().getName());
    }

    private static Set<String> components(JavaClass type, Function<JavaField, String> typeOf) {
        return type.getFields().stream()
                .filter(f -> !f.getModifiers().contains(JavaModifier.STATIC))
                .map(f -> f.getName() + " " + typeOf.apply(f))
                .collect(Collectors.toSet());
    }
}
