package io.orderfield.fsm.workorder;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The template that a work order was made from, as it was then; later revisions of it change nothing here. */
@Embeddable
public class MadeFrom {
    @Column(name = "template")
    private String template;

    @Column(name = "template_name")
    private String templateName;

    @Column(name = "template_revision")
    private long templateRevision;

    protected MadeFrom() {
        // for JPA
    }

    MadeFrom(WorkOrderTemplateView from) {
        template = from.code();
        templateName = from.name();
        templateRevision = from.revision();
    }

    public String template() {
        return template;
    }

    public String templateName() {
        return templateName;
    }

    long templateRevision() {
        return templateRevision;
    }
}
