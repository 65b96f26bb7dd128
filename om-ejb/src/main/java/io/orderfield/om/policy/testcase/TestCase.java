package io.orderfield.om.policy.testcase;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.om.domainorder.PolicyFactsText;
import io.orderfield.rules.PolicyFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants a table to say, whoever writes in it. It belongs to the table, not to a version. */
@Entity
@Table(name = "decision_test_case", schema = "om")
class TestCase {
    @Id
    private UUID id;

    @Version
    private long revision;

    @Column(name = "table_code", updatable = false)
    private String tableCode;

    @Column(name = "name", updatable = false)
    private String name;

    @Convert(converter = PolicyFactsText.class)
    @Column(name = "facts", updatable = false)
    private PolicyFacts facts;

    @Column(name = "decision_date", updatable = false)
    private LocalDate date;

    @Convert(converter = ExpectedWorkText.class)
    @Column(name = "expected", updatable = false)
    private List<ExpectedWork> expected;

    @Column(name = "domain_order", updatable = false)
    private @Nullable String domainOrder;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    protected TestCase() {
        // for JPA
    }

    TestCase(
            String tableCode,
            String name,
            PolicyFacts facts,
            LocalDate date,
            List<ExpectedWork> expected,
            @Nullable String domainOrder,
            String by,
            Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.tableCode = tableCode;
        this.name = name;
        this.facts = facts;
        this.date = date;
        this.expected = List.copyOf(expected);
        this.domainOrder = domainOrder;
        this.createdBy = by;
        this.createdAt = at;
    }

    String tableCode() {
        return tableCode;
    }

    TestCaseView view() {
        return new TestCaseView(id, name, facts, date, List.copyOf(expected), domainOrder, createdAt, createdBy);
    }
}
