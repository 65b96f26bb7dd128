package io.orderfield.web.policy;

import io.orderfield.om.policy.replay.ReplayGroupView;
import io.orderfield.om.policy.replay.ReplayLineFilter;
import io.orderfield.om.policy.replay.ReplayLineView;
import io.orderfield.om.policy.replay.ReplayRequest;
import io.orderfield.om.policy.replay.ReplayService;
import io.orderfield.om.policy.replay.ReplayView;
import io.orderfield.om.policy.replay.ReplayedWork;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Pager;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replay of the draft of the page: begun, watched, stopped; what it found row by row, and the domain orders of a row. */
@Named("tableReplay")
@ViewScoped
public class TableReplay implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int USUAL_DAYS = 90;
    private static final int MOST_ROWS = 20;
    private static final int MOST_LINES = 25;
    private static final int MOST_NAMED = 10;
    private static final ReplayLineFilter OPEN = new ReplayLineFilter(null, null, true);
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    @Inject
    TableDraftPage page;

    @Inject
    ReplayService replays;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private final Pager rowPager = new Pager(MOST_ROWS);
    private final Pager linePager = new Pager(MOST_LINES);
    private @Nullable Integer days = USUAL_DAYS;
    private @Nullable String row;
    private transient boolean read;
    private transient @Nullable ReplayView replay;
    private transient @Nullable List<ReplayGroupView> groups;
    private transient @Nullable List<ReplayLineView> openLines;

    /** Begins a replay in the place of the last one. */
    public void start() {
        row = null;
        rowPager.restart();
        linePager.restart();
        decisions
                .quietly(() -> replays.start(page.code(), page.id(), new ReplayRequest(days), null))
                .ifPresent(decisions::tell);
        refresh();
    }

    /** Stops it where it is. */
    public void stop() {
        decisions.quietly(() -> replays.stop(page.code(), page.id())).ifPresent(decisions::tell);
        refresh();
    }

    /** Looks again how far it is. */
    public void refresh() {
        replay = null;
        groups = null;
        openLines = null;
        read = false;
    }

    /** Null before the first. */
    public @Nullable ReplayView getReplay() {
        if (!read) {
            replay = replays.newest(page.code(), page.id()).orElse(null);
            read = true;
        }
        return replay;
    }

    public boolean isRunning() {
        ReplayView now = getReplay();
        return now != null && now.running();
    }

    /** What was found on either of the facts, as lines of one table. */
    public List<ReplaySum> getTotals() {
        ReplayView now = getReplay();
        return now == null
                ? List.of()
                : List.of(
                        new ReplaySum(null, null, "DECIDED", now.decided()),
                        new ReplaySum(null, null, "TODAY", now.today()));
    }

    /** The same row by row, as far as there is something. */
    public List<ReplaySum> getSums() {
        if (isRunning() || getReplay() == null) {
            return List.of(); // while it goes on they would be others at every look
        }
        List<ReplayGroupView> all = groups;
        if (all == null) {
            all = replays.groups(page.code(), page.id());
            groups = all;
            rowPager.counted(all.size());
        }
        return all.stream()
                .skip(rowPager.getFirst())
                .limit(rowPager.getSize())
                .flatMap(group -> Stream.of(
                                new ReplaySum(group.row(), group.number(), "DECIDED", group.decided()),
                                new ReplaySum(group.row(), group.number(), "TODAY", group.today()))
                        .filter(sum -> sum.figures().domainOrders() > 0))
                .toList();
    }

    /** Shows the domain orders of a row alone. */
    public void show(String wanted) {
        row = wanted;
        linePager.restart();
    }

    /** Shows those of every row. */
    public void showAll() {
        row = null;
        linePager.restart();
    }

    /** A page of the domain orders whose work would be other. */
    public List<ReplayLineView> getLines() {
        if (isRunning() || getReplay() == null) {
            return List.of();
        }
        ReplayLineFilter filter = new ReplayLineFilter(row, null, null);
        linePager.counted(replays.count(page.code(), page.id(), filter));
        return replays.lines(page.code(), page.id(), filter, linePager.getFirst(), linePager.getSize());
    }

    /** The first of the open domain orders whose work would be other, for who is about to publish. */
    public List<ReplayLineView> getOpenLines() {
        if (isRunning() || getReplay() == null) {
            return List.of();
        }
        List<ReplayLineView> known = openLines;
        if (known == null) {
            known = replays.lines(page.code(), page.id(), OPEN, 0, MOST_NAMED);
            openLines = known;
        }
        return known;
    }

    /** How many lines the open ones have beyond those. */
    public long getOpenLinesBeyond() {
        return getOpenLines().size() < MOST_NAMED ? 0 : replays.count(page.code(), page.id(), OPEN) - MOST_NAMED;
    }

    /** What is wanted, in words. */
    public String work(@Nullable ReplayedWork work) {
        if (work == null) {
            return texts.of("table.replay.nothing");
        }
        List<String> words = new ArrayList<>();
        words.add(texts.of("table.replay.work", Integer.toString(work.number()), work.template()));
        if (work.priority() != null) {
            words.add(texts.of("table.replay.priority", work.priority().toString()));
        }
        words.add(texts.of("table.replay.ponr", work.pointOfNoReturn().cellText()));
        return String.join(", ", words);
    }

    /** Minutes as hours, with one digit. */
    public String hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(HOUR, 1, RoundingMode.HALF_UP).toPlainString();
    }

    /** What a row is called: by its number in the draft, or by its id when it is not in it. */
    public String rowName(@Nullable String id, @Nullable Integer number) {
        return number == null
                ? texts.of("table.replay.rowGone", Objects.toString(id, ""))
                : texts.of("table.say.rowAt", number.toString());
    }

    /** Id of the row whose domain orders are shown; null for all. */
    public @Nullable String getRow() {
        return row;
    }

    public Pager getRowPager() {
        return rowPager;
    }

    public Pager getLinePager() {
        return linePager;
    }

    /** How far it is to go back. */
    public @Nullable Integer getDays() {
        return days;
    }

    public void setDays(@Nullable Integer days) {
        this.days = days;
    }
}
