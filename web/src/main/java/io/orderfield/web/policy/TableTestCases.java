package io.orderfield.web.policy;

import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.testcase.ExpectedWork;
import io.orderfield.om.policy.testcase.NewTestCase;
import io.orderfield.om.policy.testcase.TestCaseResult;
import io.orderfield.om.policy.testcase.TestCaseService;
import io.orderfield.om.policy.testcase.TestCaseView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.FieldForm;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The test cases of the table whose draft the page shows: what the draft says to each, red ones first, once it was asked;
 * one more, made by hand or of a domain order, and one less.
 */
@Named("tableTestCases")
@ViewScoped
public class TableTestCases implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More than this nobody looks through; the count is told. */
    private static final int MOST_SHOWN = 100;

    @Inject
    TableDraftPage page;

    @Inject
    TableTrial trial;

    @Inject
    TestCaseService testCases;

    @Inject
    DraftService drafts;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private final FieldForm form = new FieldForm();
    private boolean asked;
    private @Nullable UUID chosen;
    private @Nullable String chosenName;
    private transient @Nullable List<TestCaseLine> lines;

    /** Asks the draft as it is now. */
    public void run() {
        asked = true;
        lines = null;
    }

    /** All of them: red ones first, then by name. */
    private List<TestCaseLine> all() {
        List<TestCaseLine> known = lines;
        if (known == null) {
            Map<UUID, TestCaseResult> results = asked
                    ? drafts.test(page.code(), page.id()).stream()
                            .collect(Collectors.toMap(TestCaseResult::id, Function.identity()))
                    : Map.of();
            known = testCases.list(page.code()).stream()
                    .map(testCase -> new TestCaseLine(testCase, results.get(testCase.id())))
                    .sorted(Comparator.comparing(TestCaseLine::isRed).reversed())
                    .toList();
            lines = known;
        }
        return known;
    }

    /** As many of them as anybody reads. */
    public List<TestCaseLine> getLines() {
        return all().stream().limit(MOST_SHOWN).toList();
    }

    /** How many are not shown. */
    public int getHidden() {
        return Math.max(0, all().size() - MOST_SHOWN);
    }

    /** How many the draft doesn't pass. */
    public long getRed() {
        return all().stream().filter(TestCaseLine::isRed).count();
    }

    /** Whether the draft was asked. */
    public boolean isAsked() {
        return asked;
    }

    /** Begins one by hand. */
    public void open() {
        form.openNew(Map.of());
    }

    /** Begins one of what was tried last, which is to want what the draft wanted then. */
    public void openTried() {
        Map<String, String> tried = new HashMap<>(trial.getForm().getValues());
        Optional.ofNullable(trial.getAnswer())
                .ifPresent(answer -> tried.put("expected", ExpectedLines.write(answer.wanted())));
        form.openNew(tried);
    }

    /** Keeps the one that was begun. */
    public void add() {
        form.retry();
        decisions
                .attempt("testCase.kept", () -> testCases.create(page.code(), written()), shownName())
                .ifPresentOrElse(problem -> form.wrong(problem.errors(), texts::of), this::run);
    }

    private NewTestCase written() {
        return new NewTestCase(form.given("name"), TrialFields.read(form), ExpectedLines.read(form.given("expected")));
    }

    private String shownName() {
        return Objects.requireNonNullElse(form.given("name"), form.text("domainOrder"));
    }

    /** Chooses the one that is to be deleted. */
    public void choose(TestCaseView testCase) {
        chosen = testCase.id();
        chosenName = testCase.name();
    }

    /** Deletes the one that was chosen. */
    public void remove() {
        UUID id = chosen;
        if (id != null) {
            decisions.attempt("testCase.removed", () -> testCases.remove(page.code(), id), getChosenName());
        }
        chosen = null;
        run();
    }

    /** Work orders in words. */
    public String works(List<ExpectedWork> works) {
        return works.isEmpty()
                ? texts.of("testCase.noWork")
                : works.stream().map(this::words).collect(Collectors.joining(", "));
    }

    private String words(ExpectedWork work) {
        String number = Integer.toString(work.number());
        return work.priority() == null
                ? texts.of("testCase.work", work.template(), number)
                : texts.of("testCase.workOfPriority", work.template(), number, work.priority());
    }

    /** What it asks of the table, fact by fact. */
    public List<String> facts(TestCaseView testCase) {
        List<String> facts = new ArrayList<>();
        facts.add(testCase.facts().specification());
        facts.add(texts.word("action", testCase.facts().action()));
        for (String fact : new String[] {
            testCase.facts().region(),
            testCase.facts().country(),
            testCase.facts().segment()
        }) {
            Optional.ofNullable(fact).ifPresent(facts::add);
        }
        testCase.facts().characteristics().forEach((name, value) -> facts.add(name + "=" + value));
        return facts;
    }

    public FieldForm getForm() {
        return form;
    }

    /** Name of the one that is to be deleted. */
    public String getChosenName() {
        return Objects.requireNonNullElse(chosenName, "");
    }
}
