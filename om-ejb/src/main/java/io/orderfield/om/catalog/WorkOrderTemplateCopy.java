package io.orderfield.om.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What Order Management knows of a work order template. Field Service owns the template and publishes it by message. */
@Entity
@Table(name = "work_order_template", schema = "om")
class WorkOrderTemplateCopy {
    @Id
    private String code;

    @Version
    private long version;

    @Column(name = "name")
    private String name;

    @Column(name = "active")
    private boolean active;

    @Column(name = "revision")
    private long revision;

    protected WorkOrderTemplateCopy() {
        // for JPA
    }

    WorkOrderTemplateCopy(String code, String name, boolean active, long revision) {
        this.code = code;
        this.name = name;
        this.active = active;
        this.revision = revision;
    }

    /** Takes over a newer revision; leaves an older or repeated one. */
    void follow(String newName, boolean nowActive, long newRevision) {
        if (newRevision > revision) {
            name = newName;
            active = nowActive;
            revision = newRevision;
        }
    }

    TemplateView view() {
        return new TemplateView(code, name, active);
    }
}
