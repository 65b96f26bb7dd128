package io.orderfield.fsm.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A shared note that overtook the request that creates its work order; it joins the activity when that comes. */
@Entity
@Table(name = "parked_note", schema = "fsm")
class ParkedNote {
    @Id
    private UUID id;

    @Column(name = "work_order_key")
    private UUID workOrderKey;

    @Column(name = "note_id")
    private UUID noteId;

    @Column(name = "author")
    private String author;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "text")
    private String text;

    protected ParkedNote() {
        // for JPA
    }

    ParkedNote(ShareWorkNote note) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrderKey = note.workOrderKey();
        this.noteId = note.noteId();
        this.author = note.author();
        this.occurredAt = note.occurredAt();
        this.text = note.text();
    }

    ShareWorkNote note() {
        return new ShareWorkNote(workOrderKey, noteId, author, occurredAt, text);
    }
}
