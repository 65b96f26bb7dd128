package io.orderfield.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.web.login.OwnPasswordResource;
import io.orderfield.web.security.TokenResource;
import io.orderfield.web.user.SecretResource;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every class of resources; a new one can't forget it. */
class ResourcesTest {
    @Test
    void everyResourceIsAnApiResourceSoThatIdempotencyKeysWorkButThoseOfSecrets() throws Exception {
        List<Class<?>> resources = resources();
        assertThat(resources).hasSizeGreaterThan(10);
        assertThat(resources)
                .filteredOn(resource -> !resource.isAnnotationPresent(ApiResource.class))
                .containsExactlyInAnyOrder(TokenResource.class, OwnPasswordResource.class, SecretResource.class);
    }

    private static List<Class<?>> resources() throws Exception {
        java.nio.file.Path classes = java.nio.file.Path.of(RestApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("io/orderfield/web"))) {
            return files.map(file -> classes.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.matches(".*(Resource|Resources|Actions)\\.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RestApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
