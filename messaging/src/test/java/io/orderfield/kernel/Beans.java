package io.orderfield.kernel;

import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.Checked;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The beans of a module as its container makes them: found by their types, each made once and when it is first needed, by
 * its one constructor or, where it is a session bean, into its injected fields (ADR 39). An event reaches everybody in the
 * module who observes it within its transaction; who waits for the commit hears nothing, as there is none. What does not
 * come from the module, such as its database, its clock, the wire and the {@link Caller}, the test gives. A bean that names
 * a right lets nobody in without it (ADR 45).
 */
public final class Beans {
    private static final List<Class<? extends Annotation>> MARKS = List.of(
            Shared.class,
            Stateless.class,
            jakarta.ejb.Singleton.class,
            ApplicationScoped.class,
            RequestScoped.class,
            Dependent.class);

    private static final Map<URI, List<Class<?>>> MODULES = new ConcurrentHashMap<>();

    private final List<Class<?>> classes;
    private final List<Object> given;
    private final FiredEvents events;
    private final Map<Class<?>, Object> made = new HashMap<>();

    /**
     * @param ofModule any class of the module
     * @param given what the test puts in the place of beans, the first that fits; {@link FiredEvents} among them get what is
     *     fired instead of those who observe it, and a {@link Config} says what the variables do
     */
    public Beans(Class<?> ofModule, Object... given) {
        this(beansOf(ofModule), List.of(given));
    }

    private Beans(List<Class<?>> classes, List<Object> given) {
        this.classes = classes;
        this.given = given;
        this.events = given(FiredEvents.class).orElseGet(() -> new FiredEvents(this::observed));
    }

    /** The same beans made anew, for which these things come first; what they fire is observed as before. */
    public Beans with(Object... others) {
        return new Beans(
                classes,
                Stream.<Stream<?>>of(Stream.of(others), given.stream(), Stream.of(events))
                        .<Object>flatMap(all -> all)
                        .toList());
    }

    /**
     * The one that is, or implements, this type.
     *
     * @throws IllegalArgumentException when there is none, or more than one
     */
    public <T> T get(Class<T> type) {
        return given(type).orElseGet(() -> {
            Class<?> bean = beanOf(type);
            Object known = made.get(bean);
            return type.cast(known == null ? make(bean) : known);
        });
    }

    /** What was fired. */
    public FiredEvents events() {
        return events;
    }

    private <T> Optional<T> given(Class<T> type) {
        return given.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private Class<?> beanOf(Class<?> type) {
        List<Class<?>> found = classes.stream().filter(type::isAssignableFrom).toList();
        if (found.isEmpty() && isBean(type)) {
            return type; // of a module that this one stands on
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(type.getName() + " is not given, and these are of the type: " + found);
        }
        return found.get(0);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object bean = reflected(() -> {
            constructor.setAccessible(true);
            return constructor.newInstance(Stream.of(constructor.getParameters())
                    .map(p -> found(p.getParameterizedType(), p))
                    .toArray());
        });
        Object shown = Checked.by(() -> get(Caller.class), bean);
        made.put(type, shown);
        for (Field field : Injected.points(bean, shown)) {
            Injected.set(field, bean, found(field.getGenericType(), field));
        }
        return shown;
    }

    private Object found(Type type, AnnotatedElement point) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
        if (raw == Event.class) {
            return events.event();
        }
        if (raw == Instance.class) {
            Class<?> wanted = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
            return classes.stream()
                    .filter(wanted::isAssignableFrom)
                    .map(this::get)
                    .toList();
        }
        ConfigProperty variable = point.getAnnotation(ConfigProperty.class);
        return variable == null ? get(raw) : value(variable, raw);
    }

    private Object value(ConfigProperty variable, Class<?> type) {
        Optional<String> said = given(Config.class).flatMap(c -> c.getOptionalValue(variable.name(), String.class));
        if (type == Optional.class) {
            return said;
        }
        String text = said.orElse(variable.defaultValue());
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class) {
            return Long.valueOf(text);
        }
        return type == boolean.class ? (Object) Boolean.valueOf(text) : text;
    }

    private void observed(Object event) {
        classes.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> observes(method, event))
                .sorted(Comparator.comparing(Method::toString)) // the container promises no order; a test wants one
                .forEach(method -> reflected(() -> {
                    method.setAccessible(true);
                    return method.invoke(get(method.getDeclaringClass()), event);
                }));
    }

    private static boolean observes(Method method, Object event) {
        if (method.getParameterCount() != 1) {
            return false;
        }
        Parameter parameter = method.getParameters()[0];
        Observes observes = parameter.getAnnotation(Observes.class);
        return observes != null
                && observes.during() == TransactionPhase.IN_PROGRESS
                && parameter.getType().isInstance(event);
    }

    private interface Reflection {
        Object call() throws ReflectiveOperationException;
    }

    /** What a bean throws comes out as it would from a call. */
    private static Object reflected(Reflection reflection) {
        try {
            return reflection.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBean(Class<?> type) {
        return MARKS.stream().anyMatch(type::isAnnotationPresent);
    }

    private static List<Class<?>> beansOf(Class<?> ofModule) {
        URI module = URI.create(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toString());
        return MODULES.computeIfAbsent(module, m -> {
            Path root = Path.of(m);
            try {
                if (Files.isDirectory(root)) {
                    return beansBelow(root);
                }
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    return beansBelow(jar.getPath("/"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Class<?>> beansBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(Beans::isBean)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Beans.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
