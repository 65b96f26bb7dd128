package io.orderfield.web.catalog;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.importing.CatalogImportService;
import io.orderfield.om.importing.ImportFile;
import io.orderfield.om.importing.ImportKind;
import io.orderfield.om.importing.ImportResult;
import io.orderfield.om.importing.ImportedRow;
import io.orderfield.web.problem.Problem;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Imports a file of reference data: first what would come of each row, then the import itself. */
@Named("importPage")
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Most bytes of a file, as of a request of the API. */
    private static final int LARGEST = 1_048_576;

    private static final List<String> OUTCOMES = List.of("all", "created", "changed", "unchanged", "refused");

    @Inject
    CatalogImportService imports;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private String kind = ImportKind.ACCOUNTS.word();
    private String encoding = "UTF-8";
    private boolean allOrNothing;
    private transient @Nullable Part upload;
    private byte @Nullable [] content;
    private @Nullable String fileName;
    private String shown = "all";
    private transient @Nullable ImportResult result;
    private boolean done;

    /** Reads the uploaded file and shows what would come of it. */
    public void check() {
        Part part = upload;
        upload = null;
        result = null;
        done = false;
        shown = "all";
        if (part == null || part.getSize() == 0) {
            decisions.ask(texts.of("import.chooseFile"));
            return;
        }
        try (InputStream stream = part.getInputStream()) {
            byte[] read = stream.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                decisions.ask(texts.of("import.tooLarge"));
                return;
            }
            content = read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String submitted = part.getSubmittedFileName();
        fileName = submitted == null
                ? ""
                : submitted.substring(submitted.replace('\\', '/').lastIndexOf('/') + 1);
        attempt(() -> imports.runDry(file()));
    }

    /** Imports what was checked. */
    public void run() {
        if (attempt(() -> imports.run(file(), allOrNothing))) {
            done = true;
            ImportResult made = getResult();
            if (made != null) {
                decisions.say(texts.of("import.done", made.created(), made.changed(), made.refused()));
            }
        }
    }

    /** Begins with another file. */
    public void again() {
        content = null;
        fileName = null;
        result = null;
        done = false;
    }

    public void show(String outcome) {
        shown = OUTCOMES.contains(outcome) ? outcome : "all";
    }

    private boolean attempt(Supplier<ImportResult> decision) {
        Optional<Problem> refusal = decisions.quietly(() -> result = decision.get());
        refusal.ifPresent(decisions::tell);
        return refusal.isEmpty();
    }

    private ImportFile file() {
        byte[] bytes = content;
        if (bytes == null) {
            throw Refusal.invalid("empty-file.choose");
        }
        boolean json = fileName != null && fileName.toLowerCase(Locale.ROOT).endsWith(".json");
        return new ImportFile(
                ImportKind.named(kind),
                json ? ImportFile.Format.JSON : ImportFile.Format.CSV,
                Charset.forName(encoding),
                bytes);
    }

    /** What came of it, or would; read again where the page was kept without it. */
    public @Nullable ImportResult getResult() {
        if (result == null && content != null && !done) {
            decisions.quietly(() -> result = imports.runDry(file()));
        }
        return result;
    }

    /** The rows of the chosen outcome. */
    public List<ImportedRow> getRows() {
        ImportResult known = getResult();
        return known == null
                ? List.of()
                : known.rows().stream()
                        .filter(row -> shown.equals("all") || row.outcome().equals(shown))
                        .toList();
    }

    /** How many rows have this outcome. */
    public int count(String outcome) {
        ImportResult known = getResult();
        if (known == null) {
            return 0;
        }
        return switch (outcome) {
            case "created" -> known.created();
            case "changed" -> known.changed();
            case "unchanged" -> known.unchanged();
            case "refused" -> known.refused();
            default -> known.rows().size();
        };
    }

    /** Why a row was refused, in words. */
    public @Nullable String why(ImportedRow row) {
        if (row.errors().isEmpty()) {
            return row.message() == null ? null : texts.of(row.message());
        }
        return String.join(
                "; ",
                row.errors().stream()
                        .map(error -> texts.word("field", error.field()) + " " + texts.of(error.message()))
                        .toList());
    }

    /** The columns that a file of the chosen kind may have. */
    public String getColumns() {
        return String.join(", ", ImportKind.named(kind).fields());
    }

    public List<String> getKinds() {
        return Arrays.stream(ImportKind.values()).map(ImportKind::word).toList();
    }

    public List<String> getOutcomes() {
        return OUTCOMES;
    }

    /** Whether a checked file waits to be imported. */
    public boolean isChecked() {
        return !done && getResult() != null;
    }

    public boolean isDone() {
        return done;
    }

    /** Whether an import would do anything. */
    public boolean isWorthwhile() {
        ImportResult known = getResult();
        return known != null && known.created() + known.changed() > 0;
    }

    public String getShown() {
        return shown;
    }

    public @Nullable String getFileName() {
        return fileName;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = ImportKind.named(kind).word();
    }

    public String getEncoding() {
        return encoding;
    }

    public void setEncoding(String encoding) {
        this.encoding = encoding.equals("windows-1252") ? encoding : "UTF-8";
    }

    public boolean isAllOrNothing() {
        return allOrNothing;
    }

    public void setAllOrNothing(boolean allOrNothing) {
        this.allOrNothing = allOrNothing;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
