package io.orderfield.messaging.right;

import java.util.Set;

/** Somebody who calls, for tests. */
public record Person(String name, Set<Role> roles) implements Caller {
    public static Person with(Role... roles) {
        return new Person("somebody", Set.of(roles));
    }

    @Override
    public boolean has(String role) {
        return roles.stream().anyMatch(own -> own.word().equals(role));
    }
}
