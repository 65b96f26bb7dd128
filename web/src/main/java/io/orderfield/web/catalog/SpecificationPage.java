package io.orderfield.web.catalog;

import io.orderfield.om.catalog.SpecificationChange;
import io.orderfield.om.catalog.SpecificationNode;
import io.orderfield.om.catalog.SpecificationService;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.web.ui.Decisions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A specification: its characteristics and the tree that it is realized as. */
@Named("specificationPage")
@ViewScoped
public class SpecificationPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    SpecificationService specifications;

    @Inject
    Decisions decisions;

    private @Nullable String code;
    private transient @Nullable SpecificationView specification;
    private transient @Nullable List<SpecificationNode> tree;
    private transient @Nullable List<String> wholes;

    /** Reads what is current. */
    public void load() {
        tree = null;
        wholes = null;
        specification = code == null ? null : decisions.orErrorPage(() -> specifications.find(record()));
        if (code == null) {
            decisions.answer(404);
        }
    }

    public void deactivate() {
        activate(false, "record.deactivated");
    }

    public void reactivate() {
        activate(true, "record.reactivated");
    }

    private void activate(boolean active, String done) {
        SpecificationView shown = getSpecification();
        decisions.attempt(
                done,
                () -> specifications.change(
                        record(),
                        new SpecificationChange(null, active, null, null),
                        shown == null ? null : shown.version()),
                record());
        load();
    }

    private String record() {
        if (code == null) {
            throw new IllegalStateException("the page has no specification");
        }
        return code;
    }

    public @Nullable SpecificationView getSpecification() {
        if (specification == null && code != null) {
            load();
        }
        return specification;
    }

    /** What it is realized as, without itself. */
    public List<SpecificationNode> getTree() {
        List<SpecificationNode> known = tree;
        if (known == null) {
            known = getSpecification() == null
                    ? List.of()
                    : specifications.tree(record()).stream()
                            .filter(node -> node.depth() > 0)
                            .toList();
            tree = known;
        }
        return known;
    }

    /** Codes of what is realized as it. */
    public List<String> getWholes() {
        List<String> known = wholes;
        if (known == null) {
            known = getSpecification() == null ? List.of() : specifications.wholesOf(record());
            wholes = known;
        }
        return known;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
