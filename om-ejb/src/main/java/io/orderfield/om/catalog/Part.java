package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a specification is realized as, one level down, with how many per one. */
@Embeddable
class Part {
    @Column(name = "part")
    private String code;

    @Column(name = "factor")
    private int factor;

    protected Part() {
        // for JPA
    }

    Part(PartView view) {
        if (view.factor() < 1) {
            throw new IllegalArgumentException("a part needs a factor of at least 1: " + view.code());
        }
        this.code = view.code();
        this.factor = view.factor();
    }

    PartView view() {
        return new PartView(code, factor);
    }
}
