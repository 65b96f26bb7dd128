package io.orderfield.kernel;

import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Checked;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Fills a session bean as its container would: it has no constructor that could take what it works with (ADR 39). One that
 * names a right lets nobody in without it (ADR 45).
 */
public final class Injected {
    private static final List<Class<? extends Annotation>> POINTS =
            List.of(Inject.class, EJB.class, PersistenceContext.class, Resource.class);

    private Injected() {}

    /**
     * @param bean an object of the class, or of a subclass that replaces some of its methods
     * @param given one for each injected field, in their order; null for what the test does not come to. Where the bean has
     *     itself injected, for the transactions around its methods, that is the bean as callers have it. The first
     *     {@link Caller} among them is who calls
     * @return the bean as callers have it
     * @throws IllegalArgumentException when something is missing, too much, or of another type than the field's
     */
    public static <T> T into(T bean, Object... given) {
        Optional<Caller> caller = Stream.of(given)
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .findFirst();
        return fill(
                bean,
                () -> caller.orElseThrow(() -> new IllegalStateException(
                        bean.getClass().getName() + " asks for a right of its caller, whom nobody named")),
                given);
    }

    /** The same for a bean that doesn't ask who calls. */
    public static <T> T as(Caller caller, T bean, Object... given) {
        return fill(bean, () -> caller, given);
    }

    private static <T> T fill(T bean, Supplier<Caller> caller, Object... given) {
        T shown = Checked.by(caller, bean);
        List<Field> fields = points(bean, shown);
        if (fields.size() != given.length) {
            throw new IllegalArgumentException(
                    bean.getClass().getSimpleName() + " wants " + fields + ", not " + Arrays.toString(given));
        }
        for (int i = 0; i < given.length; i++) {
            set(fields.get(i), bean, given[i]);
        }
        return shown;
    }

    /**
     * The fields that wait for something. One of its own class has the bean already.
     *
     * @param shown the bean as callers have it
     */
    static List<Field> points(Object bean, Object shown) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (POINTS.stream().anyMatch(field::isAnnotationPresent)) {
                    if (field.getType() == type) {
                        set(field, bean, shown);
                    } else {
                        fields.add(field);
                    }
                }
            }
        }
        return fields;
    }

    static void set(Field field, Object bean, Object value) {
        try {
            field.setAccessible(true);
            field.set(
                    bean,
                    field.getType() == Instance.class && value instanceof Iterable<?> all ? instance(all) : value);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object instance(Iterable<?> all) {
        return Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> method.invoke(all, arguments));
    }
}
