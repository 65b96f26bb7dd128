package io.orderfield.web.dispatch;

import io.orderfield.fsm.board.DispatchFilter;
import io.orderfield.fsm.board.DispatchService;
import io.orderfield.fsm.board.DispatchTaskView;
import io.orderfield.fsm.dispatch.TechnicianFilter;
import io.orderfield.fsm.dispatch.TechnicianService;
import io.orderfield.fsm.dispatch.TechnicianView;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.web.ui.Browser;
import io.orderfield.web.ui.LazyList;
import io.orderfield.web.ui.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What waits for a technician, and the technicians' day with free time to put it into. */
@Named("dispatchPage")
@ViewScoped
public class DispatchPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int TECHNICIANS = 25;
    private static final int MOST_VISITS = 1000;
    private static final String OVERDUE = "overdue";
    private static final String TODAY = "today";
    private static final String WEEK = "week";

    @Inject
    DispatchService dispatch;

    @Inject
    TechnicianService technicians;

    @Inject
    WorkOrderListService workOrders;

    @Inject
    Browser browser;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private @Nullable LocalDate day;
    private @Nullable String region;
    private @Nullable Integer priority;
    private @Nullable String due;
    private @Nullable LazyList<DispatchTaskView> waiting;
    private int page;
    private transient @Nullable Long technicianCount;
    private transient @Nullable List<TechnicianDay> days;
    private transient @Nullable List<String> regions;

    @PostConstruct
    void prepare() {
        waiting = new LazyList<>(
                () -> dispatch.countDispatch(filter(null)),
                (sort, first, max) -> dispatch.tasks(filter(sort), first, max));
    }

    private DispatchFilter filter(@Nullable String sort) {
        DispatchFilter all = DispatchFilter.unassigned(region, priority, dueBefore());
        return new DispatchFilter(
                all.states(), all.technicians(), all.region(), null, all.priority(), all.dueBefore(), null, null, sort);
    }

    private @Nullable LocalDate dueBefore() {
        LocalDate today = today();
        if (OVERDUE.equals(due)) {
            return today.minusDays(1);
        }
        if (TODAY.equals(due)) {
            return today;
        }
        return WEEK.equals(due) ? today.plusDays(6) : null;
    }

    /** Forgets what was read, for the next look. */
    public void refresh() {
        days = null;
        technicianCount = null;
    }

    /** Technicians by name, those of the page. */
    public List<TechnicianDay> getDays() {
        List<TechnicianDay> known = days;
        if (known == null) {
            known = read();
            days = known;
        }
        return known;
    }

    private List<TechnicianDay> read() {
        LocalDate shown = getDay();
        List<TechnicianView> shownTechnicians =
                technicians.list(TechnicianFilter.working(region), page * TECHNICIANS, TECHNICIANS);
        if (shownTechnicians.isEmpty()) {
            return List.of();
        }
        // the day is over somewhere and has not begun elsewhere
        Instant from = shown.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
        Instant to = shown.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
        DispatchFilter filter = DispatchFilter.visits(
                shownTechnicians.stream().map(TechnicianView::username).collect(Collectors.toSet()), from, to);
        List<DispatchTaskView> visits = new ArrayList<>();
        List<DispatchTaskView> page;
        do {
            page = dispatch.tasks(filter, visits.size(), DispatchService.MAXIMUM);
            visits.addAll(page);
        } while (page.size() == DispatchService.MAXIMUM && visits.size() < MOST_VISITS);
        Map<String, List<DispatchTaskView>> byTechnician =
                visits.stream().collect(Collectors.groupingBy(v -> String.valueOf(v.technician())));
        String away = texts.of("dispatch.away");
        return shownTechnicians.stream()
                .map(t -> TechnicianDay.of(t, shown, byTechnician.getOrDefault(t.username(), List.of()), away))
                .toList();
    }

    /** How many technicians there are to page through. */
    public long getTechnicianCount() {
        Long known = technicianCount;
        if (known == null) {
            known = technicians.count(TechnicianFilter.working(region));
            technicianCount = known;
        }
        return known;
    }

    public boolean isBefore() {
        return page > 0;
    }

    /** Whether there are technicians after those that are shown. */
    public boolean isMore() {
        return (page + 1L) * TECHNICIANS < getTechnicianCount();
    }

    /** Which of the technicians are shown, in words. */
    public String getShown() {
        int first = page * TECHNICIANS;
        return texts.of("dispatch.shown", first + 1, first + getDays().size(), getTechnicianCount());
    }

    /** Shows the technicians after these. */
    public void next() {
        if (isMore()) {
            page++;
        }
        refresh();
    }

    /** Shows the technicians before these. */
    public void previous() {
        page = Math.max(0, page - 1);
        refresh();
    }

    /** The full hours that are shown. */
    public List<String> getHours() {
        return IntStream.range(TechnicianDay.FIRST_HOUR, TechnicianDay.LAST_HOUR)
                .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                .toList();
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

    public @Nullable LazyList<DispatchTaskView> getWaiting() {
        return waiting;
    }

    public LocalDate getDay() {
        LocalDate shown = day;
        return shown == null ? today() : shown;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), browser.getZone());
    }

    /** The day in words. */
    public String getDayInWords() {
        return getDay().format(DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", texts.locale()));
    }

    public LocalDate getPreviousDay() {
        return getDay().minusDays(1);
    }

    public LocalDate getNextDay() {
        return getDay().plusDays(1);
    }

    /** The day of the address, as 2026-03-31; empty for today. */
    public String getDayText() {
        return day == null ? "" : day.toString();
    }

    public void setDayText(@Nullable String text) {
        try {
            day = text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            day = null; // an address that somebody wrote by hand: today
        }
        refresh();
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        if (!Objects.equals(this.region, region)) {
            page = 0;
        }
        this.region = region;
        refresh();
    }

    public @Nullable Integer getPriority() {
        return priority;
    }

    public void setPriority(@Nullable Integer priority) {
        this.priority = priority;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }
}
