package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules about what is realized as what, over all specifications: nothing is realized as itself, on no way longer than
 * ten levels, and what is active stands on active parts only, since new orders make domain orders of all of them.
 */
public final class SpecificationTrees {
    /** Levels below a specification; decomposing refuses deeper ones as well. */
    static final int DEEPEST = 10;

    private final Map<String, SpecificationView> known;

    /** @param known every specification by code, as it is now */
    public SpecificationTrees(Map<String, SpecificationView> known) {
        this.known = new LinkedHashMap<>(known);
    }

    /** Every specification by code, with what was accepted. */
    public Map<String, SpecificationView> known() {
        return known;
    }

    /**
     * Takes over a new or changed specification.
     *
     * @throws Refusal CONFLICT when the rules stand against it; nothing changes then
     */
    public void accept(SpecificationView wanted) {
        SpecificationView before = known.put(wanted.code(), wanted);
        try {
            checkCycle(wanted.code());
            checkDepth(wanted);
            checkActivity(wanted);
        } catch (Refusal refusal) {
            if (before == null) {
                known.remove(wanted.code());
            } else {
                known.put(wanted.code(), before);
            }
            throw refusal;
        }
    }

    private void checkCycle(String code) {
        Set<String> way = new LinkedHashSet<>();
        if (leadsTo(code, code, way, new LinkedHashSet<>())) {
            List<String> path = new ArrayList<>(List.of(code));
            path.addAll(way);
            throw Refusal.conflict("specification-cycle")
                    .with("code", code)
                    .with("path", String.join(" → ", path))
                    .showing("path", path);
        }
    }

    /** @param way where it went, in order; what leads nowhere is taken out again */
    private boolean leadsTo(String from, String wanted, Set<String> way, Set<String> seen) {
        for (PartView part : partsOf(from)) {
            if (part.code().equals(wanted)) {
                way.add(wanted);
                return true;
            }
            if (seen.add(part.code())) {
                way.add(part.code());
                if (leadsTo(part.code(), wanted, way, seen)) {
                    return true;
                }
                way.remove(part.code());
            }
        }
        return false;
    }

    private void checkDepth(SpecificationView wanted) {
        int levels = below(wanted.code(), new HashMap<>()) + above(wanted.code(), wholes(), new HashMap<>());
        if (levels > DEEPEST) {
            throw Refusal.conflict("specification-too-deep")
                    .with("specification", wanted.code())
                    .with("levels", levels)
                    .with("most", DEEPEST)
                    .showing("levels", levels);
        }
    }

    private int below(String code, Map<String, Integer> counted) {
        Integer known = counted.get(code);
        if (known != null) {
            return known;
        }
        int levels = 0;
        for (PartView part : partsOf(code)) {
            levels = Math.max(levels, 1 + below(part.code(), counted));
        }
        counted.put(code, levels);
        return levels;
    }

    private static int above(String code, Map<String, List<String>> wholes, Map<String, Integer> counted) {
        Integer known = counted.get(code);
        if (known != null) {
            return known;
        }
        int levels = 0;
        for (String whole : wholes.getOrDefault(code, List.of())) {
            levels = Math.max(levels, 1 + above(whole, wholes, counted));
        }
        counted.put(code, levels);
        return levels;
    }

    private void checkActivity(SpecificationView wanted) {
        if (wanted.active()) {
            List<String> inactive = wanted.parts().stream()
                    .map(PartView::code)
                    .filter(code -> known.containsKey(code)
                            && !Objects.requireNonNull(known.get(code)).active())
                    .toList();
            if (!inactive.isEmpty()) {
                throw Refusal.conflict("inactive-parts")
                        .with("inactive", inactive)
                        .showing("parts", inactive);
            }
            return;
        }
        List<String> users = wholes().getOrDefault(wanted.code(), List.of()).stream()
                .filter(code -> Objects.requireNonNull(known.get(code)).active())
                .toList();
        if (!users.isEmpty()) {
            throw Refusal.conflict("specification-in-use")
                    .with("specification", wanted.code())
                    .with("users", users)
                    .showing("wholes", users);
        }
    }

    /** Codes of what is realized as each. */
    private Map<String, List<String>> wholes() {
        Map<String, List<String>> wholes = new HashMap<>();
        known.values().forEach(whole -> whole.parts()
                .forEach(part -> wholes.computeIfAbsent(part.code(), code -> new ArrayList<>())
                        .add(whole.code())));
        return wholes;
    }

    private List<PartView> partsOf(String code) {
        SpecificationView specification = known.get(code);
        return specification == null ? List.of() : specification.parts();
    }
}
