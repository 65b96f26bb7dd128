package io.orderfield.it.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of the API as its resource declares it.
 *
 * @param path below the API's own, with its parameters in braces
 * @param contentType of a body that it takes
 * @param hidden whether a caller without the right is told that there is no such record
 */
public record RestOperation(String method, String path, String contentType, Right right, boolean hidden) {
    private static final List<RestOperation> ALL = read();

    /** Every call that needs a right. */
    public static List<RestOperation> all() {
        return ALL;
    }

    private static List<RestOperation> read() {
        return new ClassFileImporter()
                .importPath(java.nio.file.Path.of(System.getProperty("root.dir"), "web", "target", "classes")).stream()
                        .filter(c -> c.isAnnotatedWith(Path.class))
                        .flatMap(RestOperation::of)
                        .sorted(Comparator.comparing(RestOperation::path).thenComparing(RestOperation::method))
                        .toList();
    }

    private static Stream<RestOperation> of(JavaClass resource) {
        return resource.getMethods().stream().flatMap(method -> of(resource, method).stream());
    }

    private static Optional<RestOperation> of(JavaClass resource, JavaMethod method) {
        Optional<May> may =
                method.tryGetAnnotationOfType(May.class).or(() -> resource.tryGetAnnotationOfType(May.class));
        Optional<String> verb = method.getAnnotations().stream()
                .map(a -> a.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(JavaClass::getSimpleName)
                .findFirst();
        String path = resource.getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String type = method.tryGetAnnotationOfType(Consumes.class)
                .map(c -> c.value()[0])
                .filter(t -> !t.startsWith("*") && !t.startsWith("multipart/"))
                .orElse(method.isAnnotatedWith(Consumes.class) ? "application/octet-stream" : "application/json");
        return verb.isPresent() && may.isPresent()
                ? Optional.of(new RestOperation(
                        verb.get(), path, type, may.get().value(), may.get().hidden()))
                : Optional.empty();
    }
}
