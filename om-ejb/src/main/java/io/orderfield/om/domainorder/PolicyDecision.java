package io.orderfield.om.domainorder;

import io.orderfield.rules.PolicyFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What decides about a domain order's work: the version of the decision table and the date of its approval, and the facts
 * that were decided on. A later change decides with them, but for what it changes itself; and the decision can be explained
 * at any time.
 */
@Embeddable
public class PolicyDecision {
    @Column(name = "table_version")
    private int tableVersion;

    @Column(name = "decision_date")
    private LocalDate date;

    @Convert(converter = PolicyFactsText.class)
    @Column(name = "facts")
    private @Nullable PolicyFacts facts;

    protected PolicyDecision() {
        // for JPA
    }

    PolicyDecision(int tableVersion, LocalDate date) {
        this.tableVersion = tableVersion;
        this.date = date;
    }

    void replan(int version) {
        tableVersion = version;
    }

    /** Keeps the facts on which the work orders were decided last. */
    public void basedOn(PolicyFacts decided) {
        facts = decided;
    }

    public int tableVersion() {
        return tableVersion;
    }

    /** Local date at the location on which it was approved. */
    public LocalDate date() {
        return date;
    }

    /** The facts of the last decision; null for one that was made before they were kept. */
    @Nullable
    public PolicyFacts facts() {
        return facts;
    }
}
