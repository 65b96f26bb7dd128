package io.orderfield.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a record says otherwise than it did: fields may have been added, none may be missing or changed. */
final class Difference {
    /** Stands for now: a due date comes nearer, and what waits behind a gap is asked for again, which touches its order. */
    private static final Set<String> OF_THE_MOMENT = Set.of("sla", "updatedAt", "version");

    private final List<String> found = new ArrayList<>();

    private Difference() {}

    /** @param then an object with a member for each path */
    static List<String> between(JsonNode then, Map<String, JsonNode> now) {
        Difference difference = new Difference();
        then.properties()
                .forEach(record -> difference.compare(record.getKey(), record.getValue(), now.get(record.getKey())));
        return difference.found;
    }

    private void compare(String path, JsonNode then, JsonNode now) {
        if (now == null) {
            found.add(path + ": " + then + " is missing");
        } else if (then.isObject() && now.isObject()) {
            then.properties().forEach(field -> {
                if (!OF_THE_MOMENT.contains(field.getKey())) {
                    compare(path + " " + field.getKey(), field.getValue(), now.get(field.getKey()));
                }
            });
        } else if (then.isArray() && now.isArray() && then.size() == now.size()) {
            for (int i = 0; i < then.size(); i++) {
                compare(path + " " + i, then.get(i), now.get(i));
            }
        } else if (!then.equals(now)) {
            found.add(path + ": " + then + " is now " + now);
        }
    }
}
