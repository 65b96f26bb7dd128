package io.orderfield.messaging.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Hands each database of the test class to a {@link DatabaseTest}; they are given back with the class. */
final class EveryDatabase implements ArgumentsProvider {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(EveryDatabase.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return kinds().map(kind -> Arguments.of(database(kind, context)));
    }

    /** Both, or the one of the property {@code test.databases}: where statements are not what is tested, one will do. */
    private static Stream<DatabaseKind> kinds() {
        String only = System.getProperty("test.databases");
        return only == null ? Arrays.stream(DatabaseKind.values()) : Stream.of(DatabaseKind.valueOf(only));
    }

    private static TestDatabase database(DatabaseKind kind, ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        WithDatabase wanted = testClass.getAnnotation(WithDatabase.class);
        if (wanted == null) {
            throw new IllegalStateException(testClass + " needs @WithDatabase");
        }
        String unit = wanted.unit().isEmpty() ? null : wanted.unit();
        // the parent of a test template's context is the class: what is stored there lives as long as the class
        ExtensionContext ofClass = context.getParent().orElseThrow();
        return ofClass.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        kind, k -> TestDatabase.lend(kind, List.of(wanted.schemas()), unit), TestDatabase.class);
    }
}
