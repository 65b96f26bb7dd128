package io.orderfield.om.policy.testcase;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.RowExplanation;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The test cases of tables, and what a table says to them. */
@Shared
public class TestCases {
    private final EntityManager entityManager;

    @Inject
    TestCases(@OmData EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** By name. */
    List<TestCase> of(String table) {
        return entityManager
                .createQuery("select t from TestCase t where t.tableCode = :table order by t.name", TestCase.class)
                .setParameter("table", table)
                .getResultList();
    }

    long count(String table) {
        return entityManager
                .createQuery("select count(t) from TestCase t where t.tableCode = :table", Long.class)
                .setParameter("table", table)
                .getSingleResult();
    }

    Optional<TestCase> find(String table, UUID id) {
        return Optional.ofNullable(entityManager.find(TestCase.class, id))
                .filter(found -> found.tableCode().equals(table));
    }

    void add(TestCase testCase) {
        entityManager.persist(testCase);
    }

    void remove(TestCase testCase) {
        entityManager.remove(testCase);
    }

    EntityManager entityManager() {
        return entityManager;
    }

    /** What a table says to each of its test cases, by name: a plain walk through its rows, which needs no engine. */
    public List<TestCaseResult> results(DecisionTable table) {
        return of(table.shape().code()).stream()
                .map(testCase -> result(testCase.view(), table))
                .toList();
    }

    private static TestCaseResult result(TestCaseView testCase, DecisionTable table) {
        List<TableRow> rows = RowExplanation.of(table, testCase.facts(), testCase.date()).stream()
                .filter(RowExplanation::matched)
                .map(RowExplanation::row)
                .toList();
        List<ExpectedWork> wanted =
                ExpectedWork.of(rows.stream().map(RowMatch::of).toList(), testCase.facts());
        return new TestCaseResult(
                testCase.id(),
                testCase.name(),
                new HashSet<>(wanted).equals(new HashSet<>(testCase.expected())),
                testCase.expected(),
                wanted,
                rows.stream().map(TableRow::number).toList());
    }
}
