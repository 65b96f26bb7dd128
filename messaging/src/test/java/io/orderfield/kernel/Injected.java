package io.orderfield.kernel;

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

/** Fills a session bean as its container would: it has no constructor that could take what it works with (ADR 39). */
public final class Injected {
    private static final List<Class<? extends Annotation>> POINTS =
            List.of(Inject.class, EJB.class, PersistenceContext.class, Resource.class);

    private Injected() {}

    /**
     * @param bean an object of the class, or of a subclass that replaces some of its methods
     * @param given one for each injected field, in their order; null for what the test does not come to. Where the bean has
     *     itself injected, for the transactions around its methods, that is the object itself
     * @throws IllegalArgumentException when something is missing, too much, or of another type than the field's
     */
    public static <T> T into(T bean, Object... given) {
        List<Field> fields = points(bean);
        if (fields.size() != given.length) {
            throw new IllegalArgumentException(
                    bean.getClass().getSimpleName() + " wants " + fields + ", not " + Arrays.toString(given));
        }
        for (int i = 0; i < given.length; i++) {
            set(fields.get(i), bean, given[i]);
        }
        return bean;
    }

    /** The fields that wait for something. One of its own class has the bean itself already. */
    static List<Field> points(Object bean) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (POINTS.stream().anyMatch(field::isAnnotationPresent)) {
                    if (field.getType() == type) {
                        set(field, bean, bean);
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
