package io.orderfield.messaging.right;

import jakarta.interceptor.InvocationContext;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * A bean as its container shows it: whoever calls a public method of it meets {@link RightCheck} first. What it calls of
 * itself is not checked, as there (ADR 45).
 */
public final class Checked {
    private static final String CALLS = "calls";

    private static final ClassValue<Boolean> NAMES_A_RIGHT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return namesARight(type);
        }
    };

    /** Made once: two tests at the same time would define the same class. */
    private static final Map<Class<?>, Constructor<?>> SHOWN = new ConcurrentHashMap<>();

    private Checked() {}

    /**
     * The bean itself where it names no right.
     *
     * @param caller asked for at each call, as callers come and go
     */
    public static <T> T by(Supplier<? extends Caller> caller, T bean) {
        if (!NAMES_A_RIGHT.get(bean.getClass())) {
            return bean;
        }
        try {
            Object shown = SHOWN.computeIfAbsent(named(bean.getClass()), Checked::shown)
                    .newInstance();
            Field calls = shown.getClass().getField(CALLS);
            calls.setAccessible(true);
            calls.set(shown, (InvocationHandler) (self, method, arguments) -> called(caller, bean, method, arguments));
            @SuppressWarnings("unchecked") // of a subclass of the bean's
            T checked = (T) shown;
            return checked;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(bean.getClass().getName(), e);
        }
    }

    private static boolean namesARight(Class<?> type) {
        return type.isAnnotationPresent(May.class)
                || Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
                        .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                        .anyMatch(method -> method.isAnnotationPresent(May.class));
    }

    /** A test may replace some methods in a subclass that is made with more than nothing: its callers have its bean. */
    private static Class<?> named(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Class::getSuperclass)
                .filter(c -> !c.isAnonymousClass()
                        && Stream.of(c.getDeclaredConstructors()).anyMatch(n -> n.getParameterCount() == 0))
                .findFirst()
                .orElseThrow();
    }

    private static Constructor<?> shown(Class<?> type) {
        try {
            Constructor<?> constructor = new ByteBuddy()
                    .subclass(type, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                    .name(type.getName() + "$Checked")
                    .defineField(CALLS, InvocationHandler.class, Visibility.PUBLIC)
                    .method(ElementMatchers.isVirtual()
                            .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                    .intercept(InvocationHandlerAdapter.toField(CALLS))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded()
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
    }

    private static @Nullable Object called(
            Supplier<? extends Caller> caller, Object bean, Method method, @Nullable Object[] arguments)
            throws Exception {
        Call call = new Call(bean, method, arguments);
        // a test of the same package reaches what is no business of the container's
        return Modifier.isPublic(method.getModifiers()) && RightCheck.of(method) != null
                ? new RightCheck(caller.get()).check(call)
                : call.proceed();
    }

    private record Call(
            Object getTarget, Method getMethod, @Nullable Object[] getParameters) implements InvocationContext {
        @Override
        public @Nullable Object proceed() throws Exception {
            try {
                getMethod.setAccessible(true);
                return getMethod.invoke(getTarget, getParameters);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }

        @Override
        public @Nullable Object getTimer() {
            return null;
        }

        @Override
        public @Nullable Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public void setParameters(Object[] parameters) {
            throw new UnsupportedOperationException("the check of rights changes nothing");
        }

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }
    }
}
