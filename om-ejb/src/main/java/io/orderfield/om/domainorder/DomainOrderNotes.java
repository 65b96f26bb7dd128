package io.orderfield.om.domainorder;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.om.OmSentences;
import io.orderfield.om.worknote.NoteSubjects;
import io.orderfield.om.worknote.WorkNoteView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Domain orders, as far as notes need them. */
@Shared
public class DomainOrderNotes implements NoteSubjects {
    private final DomainOrders orders;
    private final WorkOrderRequests requests;

    @Inject
    public DomainOrderNotes(DomainOrders orders, WorkOrderRequests requests) {
        this.orders = orders;
        this.requests = requests;
    }

    @Override
    public Optional<NoteSubject> find(String number) {
        return orders.subject(number);
    }

    @Override
    public long nextPosition(UUID id) {
        return orders.lock(id).nextNotePosition();
    }

    @Override
    public int share(NoteSubject subject, WorkNoteView note) {
        List<WorkOrderLink> open = orders.links(List.of(subject.id())).of(subject.id()).stream()
                .filter(WorkOrderLink::takesRequests)
                .toList();
        String text = note.text() == null ? "" : OmSentences.english(note.text());
        open.forEach(l -> requests.send(
                new ShareWorkNote(l.key(), note.id(), note.author(), note.occurredAt(), text),
                subject.number(),
                subject.customerOrder()));
        return open.size();
    }
}
