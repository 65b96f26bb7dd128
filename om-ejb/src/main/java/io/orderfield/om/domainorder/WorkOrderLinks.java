package io.orderfield.om.domainorder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The work order links of some domain orders, in the order of the plan; a domain order without one has an empty list. */
public final class WorkOrderLinks {
    private final Map<UUID, List<WorkOrderLink>> byOrder = new LinkedHashMap<>();

    /**
     * Groups the links.
     *
     * @param domainOrderIds the domain orders that were asked for
     */
    WorkOrderLinks(
            Collection<UUID> domainOrderIds, Collection<WorkOrderLink> links, Comparator<WorkOrderLink> sorting) {
        domainOrderIds.forEach(id -> byOrder.put(id, new ArrayList<>()));
        links.stream().sorted(sorting).forEach(l -> byOrder.computeIfAbsent(l.domainOrderId(), id -> new ArrayList<>())
                .add(l));
    }

    public List<WorkOrderLink> of(DomainOrder order) {
        return of(order.id());
    }

    public List<WorkOrderLink> of(UUID domainOrderId) {
        return byOrder.getOrDefault(domainOrderId, List.of());
    }

    /** The links of each domain order. */
    public Collection<List<WorkOrderLink>> all() {
        return byOrder.values();
    }
}
