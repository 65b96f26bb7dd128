package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What isn't on the class path can't be made to run a cell. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.drools.drl.parser.DrlParser",
                "org.antlr.runtime.Parser",
                "org.antlr.v4.runtime.Parser",
                "org.eclipse.jdt.internal.compiler.Compiler",
                "org.drools.ecj.EclipseJavaCompiler",
                "org.mvel2.MVEL",
                "org.drools.mvel.MVELConstraint",
                "org.kie.dmn.feel.FEEL",
                "org.drools.decisiontable.SpreadsheetCompiler",
                "com.thoughtworks.xstream.XStream",
                "org.apache.poi.ss.usermodel.Workbook"
            })
    void holdsNoRuleParserAndNoCompiler(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void wouldNoticeAClassThatIsThere() {
        assertThatCode(() -> Class.forName("org.drools.modelcompiler.KieBaseBuilder"))
                .doesNotThrowAnyException();
    }
}
