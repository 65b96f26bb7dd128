package io.orderfield.om.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
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

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(
            name = "specification_characteristic",
            schema = "om",
            joinColumns = @JoinColumn(name = "specification"))
    @OrderColumn(name = "position")
    private List<Characteristic> characteristics = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "specification_part", schema = "om", joinColumns = @JoinColumn(name = "whole"))
    @OrderColumn(name = "position")
    private List<Part> parts = new ArrayList<>();

    protected Specification() {
        // for JPA
    }

    Specification(SpecificationView view) {
        this.code = view.code();
        this.name = view.name();
        this.type = SpecificationType.valueOf(view.type().toUpperCase(Locale.ROOT));
        this.active = view.active();
        view.characteristics().forEach(c -> characteristics.add(new Characteristic(c)));
        view.parts().forEach(p -> parts.add(new Part(p)));
    }

    SpecificationView view() {
        return new SpecificationView(
                code,
                name,
                type.word(),
                active,
                characteristics.stream().map(Characteristic::view).toList(),
                parts.stream().map(Part::view).toList());
    }
}
