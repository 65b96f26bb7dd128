package io.orderfield.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house hold in the code, and each of them trips over its guilty sample. */
class ArchitectureTest {
    static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(Sources.MODULES.stream()
                    .map(m -> Sources.ROOT.resolve(m).resolve("target/classes"))
                    .toList());

    private static final JavaClasses GUILTY =
            new ClassFileImporter().importPaths(Path.of(System.getProperty("guilty.classes")));

    @Test
    void readsEveryModule() {
        for (String module : List.of("messaging", "rules", "om", "fsm", "web")) {
            assertThat(CODE.stream().filter(c -> c.getPackageName().startsWith("io.orderfield." + module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> ruleHolds() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> ruleBites() {
        return HouseRules.all().entrySet().stream().map(this::bites);
    }

    @Test
    void looksAtWhatAServiceInherits() {
        assertThat(HouseRules.all()
                        .get("a service says who may call it")
                        .evaluate(GUILTY)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("GuiltyHeritage.inherited()"));
    }

    private DynamicTest bites(Map.Entry<String, ArchRule> rule) {
        return DynamicTest.dynamicTest(
                rule.getKey(), () -> assertThat(rule.getValue().evaluate(GUILTY).hasViolation())
                        .isTrue());
    }
}
