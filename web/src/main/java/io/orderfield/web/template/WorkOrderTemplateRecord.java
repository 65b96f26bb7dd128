package io.orderfield.web.template;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.kernel.Tagged;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template of work orders.
 *
 * @param code stable code, such as FIBER-INSTALL
 * @param shortDescription what the work is about, in a sentence; may be empty
 * @param active false: not for new work orders
 * @param priority 1 critical to 4 low, where the request doesn't say
 * @param needsQualification true when a dispatcher looks at each work order before it can be assigned
 * @param skills codes of all skills that its tasks need
 * @param durationMinutes planned length of all visits together
 * @param tasks in the order in which they are listed; at least one
 * @param revision counts its changes, from 1
 * @param version of the record, for the caller's next change
 */
@Schema(name = "WorkOrderTemplate")
public record WorkOrderTemplateRecord(
        String code,
        String name,
        String shortDescription,
        boolean active,
        int priority,
        boolean billable,
        boolean needsQualification,
        List<String> skills,
        int durationMinutes,
        List<TemplateTaskRecord> tasks,
        long revision,
        long version)
        implements Tagged {

    static WorkOrderTemplateRecord of(WorkOrderTemplateView view) {
        return new WorkOrderTemplateRecord(
                view.code(),
                view.name(),
                view.shortDescription(),
                view.active(),
                view.priority(),
                view.billable(),
                view.needsQualification(),
                List.copyOf(view.skills()),
                view.durationMinutes(),
                IntStream.range(0, view.tasks().size())
                        .mapToObj(i -> TemplateTaskRecord.of(i + 1, view.tasks().get(i)))
                        .toList(),
                view.revision(),
                view.version());
    }

    @Override
    public String etag() {
        return Long.toString(version);
    }
}
