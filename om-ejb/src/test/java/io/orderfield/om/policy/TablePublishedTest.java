package io.orderfield.om.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.files.DecisionTableCsv;
import org.junit.jupiter.api.Test;

class TablePublishedTest {

    @Test
    void isOneLineOfTheLogWhateverTheReasonIs() {
        CompiledTable built = CompiledTable.compile(2, DecisionTableCsv.shipped());
        String reason = "better\r\n[30/11/26] forged\u001B[31m\u2028";

        assertThat(new TablePublished(built, 1, null, "ada", reason, 3).sentence())
                .endsWith("version 2 published by ada in place of 1, 3 differences: better  [30/11/26] forged [31m ");
    }
}
