package io.orderfield.om.guilty;

/** Guilty: no service itself, so that nobody looks, but what a service inherits. */
public abstract class GuiltyHeritage {
    public void inherited() {
        // nobody said who may
    }
}
