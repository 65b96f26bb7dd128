package io.orderfield.web.policy;

import io.orderfield.om.policy.DecisionTableVersionView;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.PublicationRequest;
import io.orderfield.om.policy.PublicationService;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.om.policy.TableFindingView;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Browser;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import io.orderfield.web.ui.Ui;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dialog in which the draft of the page is published: what it changes, what was found, why, and when. */
@Named("tablePublication")
@ViewScoped
public class TablePublication implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 50;

    @Inject
    TableDraftPage page;

    @Inject
    TableReplay replay;

    @Inject
    DraftService drafts;

    @Inject
    PublicationService publications;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    @Inject
    Browser browser;

    @Inject
    Ui ui;

    @Inject
    Me me;

    private @Nullable String reason;
    private @Nullable String word;
    private @Nullable LocalDateTime at;
    private boolean replacing;
    private @Nullable Integer newer;
    private boolean opened;
    private transient @Nullable List<TableFindingView> findings;
    private transient @Nullable List<TestCaseResult> tests;
    private transient @Nullable List<TableDifference> differences;

    /** Opens the dialog on what the draft is now. */
    public void open() {
        forget();
        page.load();
        replay.refresh();
        replacing = false;
        newer = null;
        opened = true;
    }

    private void forget() {
        findings = null;
        tests = null;
        differences = null;
    }

    /** Publishes the draft as it was when the dialog was opened. */
    public void publish() {
        Instant when = at == null ? null : at.atZone(browser.getZone()).toInstant();
        String of = page.code();
        AtomicReference<DecisionTableVersionView> done = new AtomicReference<>();
        Optional<Problem> refused = decisions.quietly(() -> done.set(publications.publish(
                of, page.id(), new PublicationRequest(reason, when, word, replacing ? newer : null), page.revision())));
        refused.ifPresent(this::refused);
        DecisionTableVersionView version = done.get();
        if (version != null) {
            page.leave(
                    of,
                    when == null
                            ? texts.of("table.published", Integer.toString(version.version()))
                            : texts.of("table.planned", Integer.toString(version.version()), ui.time(when)));
        }
    }

    private void refused(Problem problem) {
        forget();
        if (problem.arguments().get("replaces") != null && problem.arguments().get("version") instanceof Integer now) {
            newer = now;
        }
        decisions.tell(problem);
    }

    /** Whether it was opened: until then nothing is asked for it. */
    public boolean isOpened() {
        return opened;
    }

    /** What stands against publishing. */
    public long getErrors() {
        return found("error").count();
    }

    /** Warnings that the version in force doesn't have: what asks for a word. */
    public List<TableFindingView> getWarnings() {
        return found("warning").filter(found -> !found.known()).toList();
    }

    /** Warnings that the version in force has, too. */
    public List<TableFindingView> getStanding() {
        return found("warning").filter(TableFindingView::known).toList();
    }

    /** More than these nobody reads here; the page lists them. */
    public List<TableFindingView> first(List<TableFindingView> many) {
        return many.subList(0, Math.min(many.size(), MOST_SHOWN));
    }

    private Stream<TableFindingView> found(String severity) {
        List<TableFindingView> all = findings;
        if (all == null) {
            all = opened ? drafts.check(page.code(), page.id()) : List.of();
            findings = all;
        }
        return all.stream().filter(found -> found.severity().equals(severity));
    }

    /** Test cases of the table that the draft doesn't pass. */
    public List<TestCaseResult> getRed() {
        List<TestCaseResult> known = tests;
        if (known == null) {
            known = opened
                    ? drafts.test(page.code(), page.id()).stream()
                            .filter(test -> !test.passed())
                            .toList()
                    : List.of();
            tests = known;
        }
        return known;
    }

    /** Whether a word about new warnings or red test cases is needed. */
    public boolean isAsking() {
        return !getWarnings().isEmpty() || !getRed().isEmpty();
    }

    /** What leads from the version that decides to the draft. */
    public List<TableDifference> getDifferences() {
        List<TableDifference> known = differences;
        if (known == null) {
            known = opened ? drafts.differences(page.code(), page.id()) : List.of();
            differences = known;
        }
        return known;
    }

    /** Whether the reader wrote in the draft: a second person may be needed. */
    public boolean isOwn() {
        return opened && Objects.requireNonNull(page.getDraft()).authors().contains(me.getUsername());
    }

    /** The version that came since the draft was begun, once a refusal has named it. */
    public @Nullable Integer getNewer() {
        return newer;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** What is said of warnings and red test cases. */
    public @Nullable String getWord() {
        return word;
    }

    public void setWord(@Nullable String word) {
        this.word = word;
    }

    /** From when on it decides, in the reader's time zone; null for at once. */
    public @Nullable LocalDateTime getAt() {
        return at;
    }

    public void setAt(@Nullable LocalDateTime at) {
        this.at = at;
    }

    /** Whether the newer version is to be replaced, too. */
    public boolean isReplacing() {
        return replacing;
    }

    public void setReplacing(boolean replacing) {
        this.replacing = replacing;
    }
}
