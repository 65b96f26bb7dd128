package io.orderfield.web.guilty;

import java.util.List;

/** Guilty: says field by field what the command says. */
public record GuiltyBody(String number, List<String> locations) {
    /** What a service is told. */
    public record Command(String number, List<String> locations) {}

    Command command() {
        return new Command(number, locations);
    }
}
