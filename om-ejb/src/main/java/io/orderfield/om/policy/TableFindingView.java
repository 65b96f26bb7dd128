package io.orderfield.om.policy;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Finding;
import java.util.Locale;
import java.util.Map;

/**
 * What was found in a draft.
 *
 * @param kind such as {@code UNREADABLE}, {@code SHADOWED} or {@code GAP}
 * @param severity {@code error}, which keeps it from being published, {@code warning}, which asks for a word before
 *     where it is new, or
 *     {@code note}
 * @param id of the row, empty when it is about the table
 * @param row number of the row, 0 when it is about the table
 * @param column header of the column, empty when it is about no one column
 * @param code what is wrong, stable, lower case with hyphens
 * @param text the same in words
 * @param closing the cells of a row that would mend it, by header
 * @param known whether the version that decides has it, too: it needs no word, then
 */
public record TableFindingView(
        String kind,
        String severity,
        String id,
        int row,
        String column,
        String code,
        Sentence text,
        Map<String, String> closing,
        boolean known) {

    static TableFindingView of(Finding finding, boolean known) {
        return new TableFindingView(
                finding.kind().name(),
                finding.kind().severity().name().toLowerCase(Locale.ROOT),
                finding.id(),
                finding.row(),
                finding.column(),
                TableProblemView.code(finding.what()),
                finding.what(),
                finding.closing(),
                known);
    }
}
