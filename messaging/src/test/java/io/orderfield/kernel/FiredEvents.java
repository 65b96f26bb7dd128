package io.orderfield.kernel;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Remembers what was fired, of whatever type, and hands it to an observer in the same call as CDI does. */
public final class FiredEvents {
    private final List<Object> fired = new ArrayList<>();
    private final Consumer<Object> observer;

    public FiredEvents() {
        this(event -> {});
    }

    /** @param observer gets each event; what it throws comes out of {@code fire} */
    public FiredEvents(Consumer<Object> observer) {
        this.observer = observer;
    }

    /** The events of a type, oldest first. */
    public <T> List<T> of(Class<T> type) {
        return fired.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a bean fires its events of the type with. */
    public <T> Event<T> event() {
        return new Typed<>();
    }

    private final class Typed<T> implements Event<T> {
        @Override
        public void fire(T event) {
            fired.add(event);
            observer.accept(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException("events are fired in the transaction");
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException("events are fired in the transaction");
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException("an event has a type of its own, and no qualifier");
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException("an event has a type of its own");
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException("an event has a type of its own");
        }
    }
}
