package io.orderfield.om.policy.replay;

import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replay found, as a file: a line each, read page by page while it is written. */
final class ReplayFile {
    private static final int PAGE = 500;
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private static final List<String> HEADERS = List.of(
            "domainOrder",
            "customerOrder",
            "specification",
            "open",
            "tableVersion",
            "facts",
            "kind",
            "row",
            "wasTemplate",
            "wasNumber",
            "wasPriority",
            "wasPointOfNoReturn",
            "wouldTemplate",
            "wouldNumber",
            "wouldPriority",
            "wouldPointOfNoReturn",
            "already",
            "canceled",
            "assigned",
            "underWay",
            "pastPointOfNoReturn",
            "plannedHours");

    private final Replays replays;
    private final UUID replay;

    ReplayFile(Replays replays, UUID replay) {
        this.replays = replays;
        this.replay = replay;
    }

    byte[] write(Format format) {
        return TableFiles.write(format, "replay", HEADERS, Lines::new);
    }

    private final class Lines implements Iterator<List<String>> {
        private Iterator<ReplayLineView> page = page(0);
        private int position;

        private Iterator<ReplayLineView> page(int after) {
            List<ReplayLineView> lines = replays.after(replay, after, PAGE).stream()
                    .map(ReplayLine::view)
                    .toList();
            replays.entityManager().clear(); // one page is in memory and no more
            return lines.iterator();
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && position > 0) {
                page = page(position);
                position = 0;
            }
            return page.hasNext();
        }

        @Override
        public List<String> next() {
            ReplayLineView line = page.next();
            position = line.position();
            return cells(line);
        }
    }

    private static List<String> cells(ReplayLineView line) {
        List<String> cells = new ArrayList<>(List.of(
                line.domainOrder(),
                line.customerOrder(),
                line.specification(),
                word(line.open()),
                String.valueOf(line.tableVersion()),
                line.facts().name(),
                line.kind().name(),
                line.row()));
        cells.addAll(cells(line.was()));
        cells.addAll(cells(line.would()));
        WorkAtStake stake = line.stake();
        cells.addAll(List.of(
                word(line.already()),
                String.valueOf(stake.canceled()),
                String.valueOf(stake.assigned()),
                String.valueOf(stake.underWay()),
                String.valueOf(stake.pastPointOfNoReturn()),
                BigDecimal.valueOf(stake.plannedMinutes())
                        .divide(HOUR, 2, RoundingMode.HALF_UP)
                        .toPlainString()));
        return cells;
    }

    private static List<String> cells(@Nullable ReplayedWork work) {
        return work == null
                ? List.of("", "", "", "")
                : List.of(
                        work.template(),
                        String.valueOf(work.number()),
                        Objects.toString(work.priority(), ""),
                        work.pointOfNoReturn().cellText());
    }

    /** As a table writes what is on and what is off. */
    private static String word(boolean is) {
        return is ? "yes" : "no";
    }
}
