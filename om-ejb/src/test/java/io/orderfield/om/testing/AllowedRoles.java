package io.orderfield.om.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which roles the container lets call each method of a service, as it reads the annotations. */
public final class AllowedRoles {
    private AllowedRoles() {}

    /** The roles by method name; methods of one name must allow the same ones. {@code *} stands for everybody. */
    public static Map<String, Set<String>> of(Class<?> service) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (Method method : service.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                Set<String> roles = roles(service, method);
                Set<String> before = allowed.put(method.getName(), roles);
                if (before != null && !before.equals(roles)) {
                    throw new IllegalStateException(method + " allows other roles than its namesake");
                }
            }
        }
        return allowed;
    }

    private static Set<String> roles(Class<?> service, Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        if (own != null) {
            return new TreeSet<>(Arrays.asList(own.value()));
        }
        RolesAllowed common = service.getAnnotation(RolesAllowed.class);
        if (method.isAnnotationPresent(PermitAll.class) || common == null) {
            return Set.of("*");
        }
        return new TreeSet<>(Arrays.asList(common.value()));
    }
}
