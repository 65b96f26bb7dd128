package io.orderfield.fsm.dispatch;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** An absence of a technician; a part of that record. */
@Entity
@Table(name = "technician_absence", schema = "fsm")
class TechnicianAbsence {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "technician")
    private Technician technician;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "reason")
    private String reason;

    protected TechnicianAbsence() {
        // for JPA
    }

    TechnicianAbsence(Technician technician, Absence absence) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.technician = technician;
        this.firstDay = absence.firstDay();
        this.lastDay = absence.lastDay();
        this.reason = absence.reason();
    }

    Absence value() {
        return new Absence(firstDay, lastDay, reason);
    }
}
