package io.orderfield.web.policy;

import io.orderfield.kernel.Json;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.policy.DraftChangeView;
import io.orderfield.om.policy.DraftEdit;
import io.orderfield.om.policy.DraftFileService;
import io.orderfield.om.policy.DraftSaved;
import io.orderfield.om.policy.DraftService;
import io.orderfield.om.policy.DraftView;
import io.orderfield.om.policy.TableProblemView;
import io.orderfield.rules.files.TableFiles;
import io.orderfield.rules.files.TableFiles.Format;
import io.orderfield.web.api.Spool;
import io.orderfield.web.problem.BrokenBody;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.problem.Problems;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.People;
import io.orderfield.web.ui.Ui;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of decision tables for their editor: {@code GET /decision-table/drafts/<table>/<id>} loads one, {@code …/findings}
 * says a moment later what is found in it, {@code POST} saves what was done. With {@code /csv} or {@code /xlsx} it is a
 * file; {@code POST …/file?revision=} takes one, whole or not at all, with {@code keepErrors=true} also wrong cells. The
 * same services as the API's decide about all of it. What changes a draft needs a header that no form of another site can
 * send.
 */
@WebServlet("/decision-table/drafts/*")
public class DraftServlet extends TableServlet {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "file";
    private static final String FINDINGS = "findings";

    /** More problems than this nobody reads; the count is told. */
    private static final int MOST_SHOWN = 200;

    @Inject
    transient DraftService drafts;

    @Inject
    transient DraftFileService files;

    @Inject
    transient Me me;

    @Inject
    transient People people;

    @Inject
    transient Ui ui;

    /** One thing that is wrong in a file. */
    record Fault(int row, String column, Sentence text) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            String[] path = path(request);
            UUID id = id(path);
            if (path.length == 2) {
                boolean readOnly = !me.may(Right.AUTHOR_DECISION_TABLES);
                Grid grid = Grid.of(drafts.unchecked(path[0], id), columns::label, readOnly);
                json(request, response, HttpServletResponse.SC_OK, grid);
            } else if (path[2].equals(FINDINGS)) {
                List<GridFinding> found = GridFinding.of(drafts.check(path[0], id));
                json(request, response, HttpServletResponse.SC_OK, Map.of(FINDINGS, found));
            } else {
                Format format = format(path[2]);
                file(response, TableMedia.draft(path[0], format), format, files.write(path[0], id, format, texts::of));
            }
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isOurs(request)) {
            refuse(request, response, Problem.of(403, Sentence.of("forbidden.upload")));
            return;
        }
        answer(request, response, () -> {
            String[] path = path(request);
            UUID id = id(path);
            Spool spool = Spool.of(BrokenBody.watch(request.getInputStream()), TableFiles.MAX_BYTES);
            if (spool == null) {
                refuse(request, response, Problems.tooLarge(TableFiles.MAX_BYTES));
                return;
            }
            try (InputStream content = spool.content()) {
                if (path.length == 2) {
                    save(request, response, id, content);
                } else if (path[2].equals(FILE)) {
                    replace(request, response, id, content.readAllBytes());
                } else {
                    throw new IllegalArgumentException(path[2]);
                }
            }
        });
    }

    private void save(HttpServletRequest request, HttpServletResponse response, UUID id, InputStream content)
            throws IOException {
        DraftEdit edit = Json.mapper().readValue(content, DraftEdit.class);
        DraftEdit said = edit == null ? new DraftEdit(null, null, null) : edit; // the text may be that of null
        try {
            DraftSaved saved = drafts.save(path(request)[0], id, said, null);
            json(
                    request,
                    response,
                    HttpServletResponse.SC_OK,
                    Map.of("revision", saved.revision(), FINDINGS, GridFinding.of(saved.findings())));
        } catch (RuntimeException failure) {
            if (!answeredConflict(request, response, Problems.of(failure, true))) {
                throw failure;
            }
        }
    }

    /** Whether it is one that somebody has to decide about who sees what the other did; then it is answered. */
    private boolean answeredConflict(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        boolean isConflict = problem.status() == HttpServletResponse.SC_PRECONDITION_FAILED;
        if (isConflict) {
            json(request, response, HttpServletResponse.SC_CONFLICT, Map.of("conflict", conflict(problem)));
        }
        return isConflict;
    }

    private GridConflict conflict(Problem problem) {
        List<DraftChangeView> changes = listed(problem.more().get("changes"), DraftChangeView.class);
        return GridConflict.of(
                changes,
                username -> Objects.requireNonNullElse(people.name(username), username),
                changes.isEmpty() ? "" : ui.time(changes.get(changes.size() - 1).at()),
                columns::difference,
                columns::label);
    }

    private void replace(HttpServletRequest request, HttpServletResponse response, UUID id, byte[] file)
            throws IOException {
        String revision = request.getParameter("revision");
        boolean keepErrors = Boolean.parseBoolean(request.getParameter("keepErrors"));
        try {
            DraftView now = files.replace(
                    path(request)[0], id, file, keepErrors, revision == null ? null : Long.valueOf(revision));
            DraftView.Taken taken = Objects.requireNonNull(now.taken());
            String told =
                    texts.of("table.file.taken", taken.added(), taken.changed(), taken.removed(), taken.unchanged());
            json(
                    request,
                    response,
                    HttpServletResponse.SC_OK,
                    Map.of("revision", now.revision(), "taken", told, "mostAreOthers", taken.mostAreOthers()));
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure, true);
            if (answeredConflict(request, response, problem)) {
                return;
            }
            List<TableProblemView> problems = listed(problem.more().get("problems"), TableProblemView.class);
            if (problems.isEmpty()) {
                throw failure;
            }
            List<Fault> shown = problems.stream()
                    .limit(MOST_SHOWN)
                    .map(wrong -> new Fault(
                            wrong.row(), wrong.column().isEmpty() ? "" : columns.label(wrong.column()), wrong.reason()))
                    .toList();
            json(
                    request,
                    response,
                    problem.status(),
                    Map.of(
                            "refused",
                            words(problem),
                            "count",
                            problems.size(),
                            "problems",
                            shown,
                            "canKeepErrors",
                            Boolean.TRUE.equals(problem.more().get("canKeepErrors"))));
        }
    }

    private static <T> List<T> listed(@Nullable Object given, Class<T> of) {
        return given instanceof List<?> list ? list.stream().map(of::cast).toList() : List.of();
    }

    private static UUID id(String[] path) {
        return UUID.fromString(path.length < 2 ? "" : path[1]);
    }
}
