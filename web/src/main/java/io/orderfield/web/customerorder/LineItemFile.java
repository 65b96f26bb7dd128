package io.orderfield.web.customerorder;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.ImportedRow;
import io.orderfield.om.ordering.LineItemImport;
import io.orderfield.om.ordering.ReadRow;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/**
 * Line items from a CSV file: added to the order of its page, or taken into the order that is being written. The browser
 * reads the file into the text; what became of each row is shown.
 */
@Named("lineItemFile")
@ViewScoped
public class LineItemFile implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More rows than this nobody reads; the count is told. */
    private static final int MOST_SHOWN = 200;

    @Inject
    CustomerOrderPage page;

    @Inject
    NewCustomerOrderPage newPage;

    @Inject
    CustomerOrderService orders;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private @Nullable String csv;
    private boolean allOrNothing = true;
    private List<FileRow> rows = new ArrayList<>();

    /** Opens the dialog. */
    public void open() {
        csv = null;
        rows = new ArrayList<>();
    }

    /** Adds the items to the order. */
    public void add() {
        rows = new ArrayList<>();
        CustomerOrderView order = Objects.requireNonNull(page.getOrder());
        AtomicReference<LineItemImport> done = new AtomicReference<>();
        decisions
                .quietly(() -> done.set(orders.importLineItems(order.number(), text(), allOrNothing, order.version())))
                .ifPresent(this::refused);
        LineItemImport result = done.get();
        if (result != null) {
            show(result.rows());
            csv = null;
            decisions.say(texts.of("file.added", result.added(), result.refused()));
        }
        page.load();
    }

    /** Takes the items into the order that is being written. */
    public void read() {
        rows = new ArrayList<>();
        String account = Objects.requireNonNullElse(newPage.getForm().getAccount(), "");
        AtomicReference<List<ReadRow>> done = new AtomicReference<>(List.of());
        decisions.quietly(() -> done.set(orders.readLineItems(account, text()))).ifPresent(this::refused);
        List<ReadRow> all = Objects.requireNonNullElse(done.get(), List.of());
        List<ReadRow> right = all.stream().filter(r -> r.errors().isEmpty()).toList();
        all.forEach(r -> rows.add(row(r.row(), null, r.errors())));
        boolean allRight = right.size() == all.size();
        if (!right.isEmpty() && (allRight || !allOrNothing)) {
            newPage.take(right.stream().map(ReadRow::item).toList(), allRight);
            csv = null;
            decisions.say(texts.of("file.taken", right.size(), all.size() - right.size()));
        } else if (!all.isEmpty()) {
            decisions.ask(texts.of("file.refused", all.size() - right.size(), all.size()));
        }
    }

    /** A file to start from. */
    public StreamedContent getTemplate() {
        byte[] content = orders.lineItemsTemplate().getBytes(StandardCharsets.UTF_8);
        return DefaultStreamedContent.builder().name("line-items.csv").contentType("text/csv").stream(
                        () -> new ByteArrayInputStream(content))
                .build();
    }

    private void refused(Problem refusal) {
        if (refusal.more().get("rows") instanceof List<?> refused) {
            show(refused.stream().map(ImportedRow.class::cast).toList());
            decisions.ask(texts.of(
                    "file.refused", rows.stream().filter(r -> !r.good()).count(), rows.size()));
        } else {
            decisions.tell(refusal);
        }
    }

    private void show(List<ImportedRow> imported) {
        imported.forEach(r -> rows.add(row(r.row(), r.lineItem(), r.errors())));
    }

    private FileRow row(int number, @Nullable String lineItem, List<FieldProblem> errors) {
        return new FileRow(
                number,
                lineItem,
                errors.isEmpty(),
                errors.stream().map(decisions::words).toList());
    }

    private String text() {
        return csv == null ? "" : csv;
    }

    public @Nullable String getCsv() {
        return csv;
    }

    public void setCsv(@Nullable String csv) {
        this.csv = csv;
    }

    /** Whether one wrong row refuses the file. */
    public boolean isAllOrNothing() {
        return allOrNothing;
    }

    public void setAllOrNothing(boolean allOrNothing) {
        this.allOrNothing = allOrNothing;
    }

    /** The rows that are wrong come first: they are what the reader has to do with. */
    public List<FileRow> getRows() {
        List<FileRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(FileRow::good).thenComparing(FileRow::row));
        return sorted.size() > MOST_SHOWN ? sorted.subList(0, MOST_SHOWN) : sorted;
    }

    /** How many rows there are. */
    public int getCount() {
        return rows.size();
    }
}
