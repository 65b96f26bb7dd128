package io.orderfield.fsm.template;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work order templates: everybody of the field reads them, administrators write them. Each change is a new revision, which
 * Order Management is told; work orders keep the tasks that they were made with. A template is never deleted, only taken out
 * of use.
 */
@Stateless
@May(Right.READ_TEMPLATES)
public class TemplateService {
    /** Most lines of a list that one call answers. */
    public static final int MAXIMUM = ListQuery.LARGEST_PAGE;

    private static final String WHAT = "workOrderTemplate";

    @Inject
    private WorkOrderTemplates templates;

    /**
     * Templates by code.
     *
     * @param active only those in use, or only those out of use; null for all
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     */
    public List<WorkOrderTemplateView> list(@Nullable Boolean active, int first, int max) {
        ListQuery.checkPage(first, max);
        return templates.list(active, first, max);
    }

    /** How many that list has. */
    public long count(@Nullable Boolean active) {
        return templates.count(active);
    }

    /** @throws Refusal not found */
    @May(value = Right.READ_TEMPLATES, hidden = true)
    public WorkOrderTemplateView find(String code) {
        return templates.find(code).orElseThrow(() -> Refusal.notFound(WHAT, code));
    }

    /**
     * @param code capital letters, digits and hyphens; never changes
     * @throws Refusal conflict {@code template-exists}; invalid with what is wrong, {@code dependency-cycle} among it
     */
    @May(Right.KEEP_REFERENCE_DATA)
    public WorkOrderTemplateView create(String code, TemplateChange definition) {
        WorkOrderTemplateView wanted = definition.created(code.strip());
        TemplateCheck.check(wanted);
        if (templates.find(wanted.code()).isPresent()) {
            throw taken(wanted.code());
        }
        return templates.add(wanted);
    }

    /** The no to a code that is another template's. */
    static Refusal taken(String code) {
        return Refusal.conflict("template-exists").with("code", code);
    }

    /**
     * Changes a template, takes it out of use or into use again. What says nothing new makes no new revision.
     *
     * @throws Refusal not found; stale; invalid with what is wrong, {@code dependency-cycle} among it
     */
    @May(Right.KEEP_REFERENCE_DATA)
    public WorkOrderTemplateView change(String code, TemplateChange change, @Nullable Long expectedVersion) {
        WorkOrderTemplateView current = templates.lock(code).orElseThrow(() -> Refusal.notFound(WHAT, code));
        Refusal.checkVersion(expectedVersion, current.version(), WHAT, code);
        WorkOrderTemplateView wanted = change.on(current);
        TemplateCheck.check(wanted);
        return wanted.saysTheSameAs(current) ? current : templates.change(wanted);
    }
}
