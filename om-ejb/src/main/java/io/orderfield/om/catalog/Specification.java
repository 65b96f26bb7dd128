package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Locale;

/** A product, service or resource that can be ordered or that a product is realized as. Known by its code. */
@Entity
@Table(name = "specification", schema = "om")
class Specification {
    @Id
    private String code;

    @Version
    private long version;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private SpecificationType type;

    @Column(name = "active")
    private boolean active;

    protected Specification() {
        // for JPA
    }

    Specification(SpecificationView view) {
        this.code = view.code();
        this.name = view.name();
        this.type = SpecificationType.valueOf(view.type().toUpperCase(Locale.ROOT));
        this.active = view.active();
    }

    String code() {
        return code;
    }

    SpecificationView view(List<CharacteristicView> characteristics, List<PartView> parts) {
        return new SpecificationView(code, name, type.word(), active, characteristics, parts);
    }
}
