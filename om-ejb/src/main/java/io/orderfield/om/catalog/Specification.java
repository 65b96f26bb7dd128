package io.orderfield.om.catalog;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product, service or resource that can be ordered or that a product is realized as. Known by its code, which never
 * changes, nor does its type: both are what approved orders were decomposed by. It is changed or retired, never deleted;
 * orders that were approved keep the domain orders that they have.
 */
@Entity
@Table(name = "specification", schema = "om")
class Specification {
    @Id
    private String code;

    @Version
    private long version;

    /** Rises with every change: of characteristics and parts too, which are rows of their own. */
    @Column(name = "revision")
    private long revision;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private SpecificationType type;

    @Column(name = "active")
    private boolean active;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected Specification() {
        // for JPA
    }

    Specification(SpecificationView view, String by, Instant at) {
        this.code = view.code();
        this.name = view.name();
        this.type = SpecificationType.of(view.type());
        this.active = view.active();
        this.updatedAt = at;
        this.updatedBy = by;
    }

    /** Takes over what the changed specification says; its characteristics and parts are the catalog's to replace. */
    void change(SpecificationView changed, String by, Instant at) {
        this.name = changed.name();
        this.active = changed.active();
        this.revision++;
        this.updatedAt = at;
        this.updatedBy = by;
    }

    /** @throws Refusal STALE when the caller saw another version */
    void checkVersion(@Nullable Long expected) {
        Refusal.checkVersion(expected, version, "specification", code);
    }

    String code() {
        return code;
    }

    SpecificationView view(List<CharacteristicView> characteristics, List<PartView> parts) {
        return new SpecificationView(
                code, name, type.word(), active, characteristics, parts, version, updatedAt, updatedBy);
    }
}
