package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result column: what a row that counts may say in it.
 *
 * @param header such as {@code template}
 * @param choices the words of a {@link Kind#CHOICE}, lower case with spaces; of the others none
 * @param whenBlank what a blank cell means, empty for nothing
 */
public record ResultColumn(String header, Kind kind, List<String> choices, String whenBlank) {

    /** What the cells of a column may hold. */
    public enum Kind {
        /** The code of a work order template; a row needs one. */
        TEMPLATE,
        /** 1 (critical) to 4 (low). */
        PRIORITY,
        /** One of a few words. */
        CHOICE
    }

    public ResultColumn {
        choices = List.copyOf(choices);
    }

    /** A column of one of a few words. */
    static ResultColumn choice(String header, List<? extends ResultChoice> choices, ResultChoice whenBlank) {
        return new ResultColumn(
                header,
                Kind.CHOICE,
                choices.stream().map(ResultChoice::cellText).toList(),
                whenBlank.cellText());
    }

    /**
     * Reads one cell.
     *
     * @param templates permitted templates, null or empty when any will do
     * @return the result as the table writes it, empty for nothing
     */
    String read(String cell, @Nullable Set<String> templates) throws MalformedCellException {
        if (ConditionGrammar.isBlank(cell)) {
            if (kind == Kind.TEMPLATE) {
                throw new MalformedCellException(Sentence.of("cell.noTemplate"));
            }
            return whenBlank;
        }
        String text = cell.strip();
        return switch (kind) {
            case TEMPLATE -> template(text, templates);
            case PRIORITY -> priority(text);
            case CHOICE -> word(text);
        };
    }

    private static String template(String code, @Nullable Set<String> templates) throws MalformedCellException {
        if (!ConditionGrammar.isValue(code)) {
            throw new MalformedCellException(
                    Sentence.of("cell.noTemplateCode").with("value", ConditionGrammar.shown(code)));
        }
        if (templates != null && !templates.isEmpty() && !templates.contains(code)) {
            throw new MalformedCellException(
                    Sentence.of("cell.unknownTemplate").with("value", ConditionGrammar.shown(code)));
        }
        return code;
    }

    private static String priority(String text) throws MalformedCellException {
        if (!text.matches("[1-4]")) {
            throw new MalformedCellException(
                    Sentence.of("cell.noPriorityOverride").with("value", ConditionGrammar.shown(text)));
        }
        return text;
    }

    private String word(String text) throws MalformedCellException {
        String word = text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        if (!choices.contains(word)) {
            throw new MalformedCellException(Sentence.of("cell.noneOf")
                    .with("value", ConditionGrammar.shown(text))
                    .with("known", choices));
        }
        return word;
    }
}
