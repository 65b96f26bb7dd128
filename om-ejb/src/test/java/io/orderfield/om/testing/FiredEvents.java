package io.orderfield.om.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Remembers what was fired, and hands it to an observer in the same call as CDI does. */
public final class FiredEvents implements Event<Object> {
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

    @Override
    public void fire(Object event) {
        fired.add(event);
        observer.accept(event);
    }

    @Override
    public <U> CompletionStage<U> fireAsync(U event) {
        throw new UnsupportedOperationException("events are fired in the transaction");
    }

    @Override
    public <U> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new UnsupportedOperationException("events are fired in the transaction");
    }

    @Override
    public Event<Object> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        return (Event<U>) this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        return (Event<U>) this;
    }
}
