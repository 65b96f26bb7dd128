package io.orderfield.web.workorder;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.template.TemplateService;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.ListPage;
import io.orderfield.web.ui.Tab;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work orders by state, with filters for region and text. */
@Named("workOrderListPage")
@ViewScoped
public class WorkOrderListPage extends ListPage<WorkOrderSummary> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> TABS = new LinkedHashMap<>();

    static {
        TABS.put("open", Set.of("AWAITING_QUALIFICATION", "QUALIFIED", "ASSIGNED", "ACCEPTED", "WORK_IN_PROGRESS"));
        TABS.put("qualify", Set.of("AWAITING_QUALIFICATION"));
        TABS.put("assign", Set.of("QUALIFIED"));
        TABS.put("planned", Set.of("ASSIGNED", "ACCEPTED"));
        TABS.put("underway", Set.of("WORK_IN_PROGRESS"));
        TABS.put("closed", Set.of("CLOSED_COMPLETE", "CLOSED_INCOMPLETE"));
        TABS.put("canceled", Set.of("CANCELED"));
        TABS.put("all", Set.of());
    }

    @Inject
    WorkOrderListService workOrders;

    @Inject
    TemplateService templateService;

    @Inject
    Texts texts;

    private @Nullable String region;
    private @Nullable String template;
    private @Nullable Integer priority;
    private @Nullable LocalDate due;
    private @Nullable String sla;
    private transient @Nullable List<String> regions;

    public WorkOrderListPage() {
        super(TABS.keySet());
    }

    @PostConstruct
    void prepare() {
        show(new LazyList<>(
                () -> workOrders.count(filter(null)), (sort, first, max) -> workOrders.list(filter(sort), first, max)));
    }

    @Override
    protected List<Tab> countedTabs() {
        return Tab.byState(TABS, id -> texts.of("workOrders.tab." + id), workOrders.countByState());
    }

    /** Regions where work is or was wanted, sorted. */
    public List<String> getRegions() {
        List<String> known = regions;
        if (known == null) {
            known = workOrders.regions();
            regions = known;
        }
        return known;
    }

    private WorkOrderFilter filter(@Nullable String sort) {
        return new WorkOrderFilter(
                getText(),
                TABS.getOrDefault(getTab(), Set.of()),
                null,
                null,
                region,
                due,
                template,
                priority,
                sla(),
                sort);
    }

    private Set<String> sla() {
        String chosen = sla;
        return chosen == null || chosen.isBlank() ? Set.of() : Set.of(chosen);
    }

    /** How work can stand to its due date. */
    public List<String> getSlaStates() {
        return Arrays.stream(SlaClock.State.values()).map(Enum::name).toList();
    }

    public @Nullable String getSla() {
        return sla;
    }

    /** Name of a state of the service level; what is none, as somebody may write into the address, means any. */
    public void setSla(@Nullable String sla) {
        this.sla = getSlaStates().contains(sla) ? sla : null;
    }

    /** The first templates by code: work may have been made from one that is out of use, too. */
    public List<WorkOrderTemplateView> getTemplates() {
        return templateService.list(null, 0, TemplateService.MAXIMUM);
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }

    public @Nullable Integer getPriority() {
        return priority;
    }

    public void setPriority(@Nullable Integer priority) {
        this.priority = priority;
    }

    /** Last due day that is still shown. */
    public @Nullable LocalDate getDue() {
        return due;
    }

    public void setDue(@Nullable LocalDate due) {
        this.due = due;
    }
}
