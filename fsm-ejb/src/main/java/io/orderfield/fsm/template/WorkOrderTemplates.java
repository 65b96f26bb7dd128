package io.orderfield.fsm.template;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where work order templates are kept; changes of them are published with the same transaction. */
public interface WorkOrderTemplates {
    /** The template with this code, inactive ones too. */
    Optional<WorkOrderTemplateView> find(String code);

    /**
     * Templates by code.
     *
     * @param active only those in use, or only those out of use; null for all
     */
    List<WorkOrderTemplateView> list(@Nullable Boolean active, int first, int max);

    /** How many that list has. */
    long count(@Nullable Boolean active);

    /** The same, locked until the end of the transaction. */
    Optional<WorkOrderTemplateView> lock(String code);

    /**
     * Adds a template, as its first revision.
     *
     * @throws io.orderfield.kernel.Refusal conflict {@code template-exists}, also when somebody was faster
     */
    WorkOrderTemplateView add(WorkOrderTemplateView definition);

    /** Makes a template what is wanted, as its next revision; it has been locked. */
    WorkOrderTemplateView change(WorkOrderTemplateView wanted);

    /** Takes a template out of use; nothing happens when it is unknown or out of use already. */
    void retire(String code);

    /** Publishes these templates as they are now, whatever Order Management was told before; all of them without a code. */
    void publishAgain(Collection<String> codes);

    /** Publishes what Order Management has not been told yet; returns how many. */
    int publishPending();
}
