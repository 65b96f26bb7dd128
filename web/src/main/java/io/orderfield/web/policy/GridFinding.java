package io.orderfield.web.policy;

import io.orderfield.kernel.Sentence;
import io.orderfield.om.policy.TableFindingView;
import java.util.List;
import java.util.Map;

/**
 * What was found in a draft, as the editor shows it.
 *
 * @param id of the row, empty when it is about the table
 * @param closing the cells of a row that would mend it, by header
 * @param known whether the version that decides has it, too
 */
record GridFinding(
        String id, String column, String severity, Sentence text, Map<String, String> closing, boolean known) {

    static List<GridFinding> of(List<TableFindingView> findings) {
        return findings.stream()
                .map(found -> new GridFinding(
                        found.id(), found.column(), found.severity(), found.text(), found.closing(), found.known()))
                .toList();
    }
}
