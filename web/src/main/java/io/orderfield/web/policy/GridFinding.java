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
 */
record GridFinding(String id, String column, String severity, Sentence text, Map<String, String> closing) {

    static List<GridFinding> of(List<TableFindingView> findings) {
        return findings.stream()
                .map(found ->
                        new GridFinding(found.id(), found.column(), found.severity(), found.text(), found.closing()))
                .toList();
    }
}
