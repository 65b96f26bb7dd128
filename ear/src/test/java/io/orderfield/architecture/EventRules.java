package io.orderfield.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each thing that happens is an event of a type of its own, which somebody fires and somebody observes. */
final class EventRules {
    private static final String EVENT = "jakarta.enterprise.event.Event";
    private static final String OBSERVES = "jakarta.enterprise.event.Observes";

    /** The container's own event at the start: it has no type that could be named. */
    private static final String INITIALIZED = "jakarta.enterprise.context.Initialized";

    private EventRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("nobody fires anything", classes().should(fireByType()));
        rules.put(
                "what may be fired is observed",
                classes()
                        .should(have("only events that somebody observes", EventRules::mayFire, EventRules::observes)));
        rules.put(
                "what is observed is fired",
                classes()
                        .should(have(
                                "only observers of what somebody fires", EventRules::observes, EventRules::fires)));
        return rules;
    }

    private static ArchCondition<JavaClass> fireByType() {
        return new ArchCondition<>("fire events by their type") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getFields().stream()
                        .filter(EventRules::isEvent)
                        .forEach(field -> events.add(new SimpleConditionEvent(
                                field,
                                ofEvent(field).anyMatch(type -> !type.isEquivalentTo(Object.class)),
                                field.getFullName() + " fires anything")));
            }
        };
    }

    /** That what each class has of the one kind, some class has of the other. */
    private static ArchCondition<JavaClass> have(
            String what, Function<JavaClass, Stream<String>> one, Function<JavaClass, Stream<String>> other) {
        return new ArchCondition<>("have " + what) {
            private final Set<String> known = new TreeSet<>();

            @Override
            public void init(Collection<JavaClass> all) {
                known.addAll(all.stream().flatMap(other).collect(Collectors.toSet()));
            }

            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                one.apply(owner)
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                owner, known.contains(type), owner.getName() + " is alone with " + type)));
            }
        };
    }

    /** What its fields let it fire: a sealed type stands for all its kinds. */
    private static Stream<String> mayFire(JavaClass owner) {
        return owner.getFields().stream()
                .filter(EventRules::isEvent)
                .flatMap(EventRules::ofEvent)
                .flatMap(type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream()))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .distinct();
    }

    /** What it makes of that. */
    private static Stream<String> fires(JavaClass owner) {
        Set<String> made = owner.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getName())
                .collect(Collectors.toSet());
        return mayFire(owner).filter(made::contains);
    }

    private static Stream<String> observes(JavaClass owner) {
        return owner.getMethods().stream()
                .flatMap(method -> method.getParameters().stream())
                .filter(p -> p.isAnnotatedWith(OBSERVES) && !p.isAnnotatedWith(INITIALIZED))
                .map(JavaParameter::getRawType)
                .map(JavaClass::getName);
    }

    private static boolean isEvent(JavaField field) {
        return field.getRawType().getName().equals(EVENT);
    }

    private static Stream<JavaClass> ofEvent(JavaField field) {
        return field.getType() instanceof JavaParameterizedType event
                ? event.getActualTypeArguments().stream().map(type -> type.toErasure())
                : Stream.empty(); // a raw one
    }
}
