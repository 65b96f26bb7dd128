package io.orderfield.om.catalog;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a specification is realized as, one level down, with how many per one. */
@Entity
@Table(name = "specification_part", schema = "om")
class Part {
    @Id
    private UUID id;

    @Column(name = "whole")
    private String whole;

    @Column(name = "position")
    private int position;

    @Column(name = "part")
    private String code;

    @Column(name = "factor")
    private int factor;

    protected Part() {
        // for JPA
    }

    Part(String whole, int position, PartView view) {
        if (view.factor() < 1) {
            throw new IllegalArgumentException("a part needs a factor of at least 1: " + view.code());
        }
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.whole = whole;
        this.position = position;
        this.code = view.code();
        this.factor = view.factor();
    }

    /** Code of the specification that it is a part of. */
    String whole() {
        return whole;
    }

    PartView view() {
        return new PartView(code, factor);
    }
}
