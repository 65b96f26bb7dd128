package io.orderfield.om.testing;

import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.messaging.contract.RequestEntries;
import io.orderfield.messaging.contract.RequestTemplates;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderRequests;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was sent. */
public final class SentRequests implements WorkOrderRequests, OutsideEvents.Audience {
    private final List<Record> sent = new ArrayList<>();

    /** The messages of a type, oldest first. */
    public <T> List<T> of(Class<T> type) {
        return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The newest message of a type. */
    public <T> T last(Class<T> type) {
        List<T> all = of(type);
        return all.get(all.size() - 1);
    }

    public void forget() {
        sent.clear();
    }

    @Override
    public void send(RequestWorkOrder request) {
        sent.add(request);
    }

    @Override
    public void send(CancelWorkOrder request) {
        sent.add(request);
    }

    @Override
    public void send(ShareWorkNote note, String domainOrder, String customerOrder) {
        sent.add(note);
    }

    @Override
    public void send(RequestEntries request, String domainOrder, String customerOrder) {
        sent.add(request);
    }

    @Override
    public void send(RequestTemplates request) {
        sent.add(request);
    }

    @Override
    public void publish(OrderEvent event) {
        sent.add(event);
    }
}
