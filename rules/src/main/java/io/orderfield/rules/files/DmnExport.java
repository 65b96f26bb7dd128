package io.orderfield.rules.files;

import io.orderfield.rules.Column;
import io.orderfield.rules.Condition;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.ResultColumn;
import io.orderfield.rules.TableRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A table as a decision of DMN 1.5, for engines and editors of that standard. Each fixed column is an input of its name,
 * {@code characteristics} is a context with the values of the characteristics as texts, {@code decisionDate} the day. The
 * answer is a list of the rows that count, each with its id under {@code row} and its results. What is missing is null.
 *
 * <p>Rows that are not active stay out: DMN has no word for them.
 */
public final class DmnExport {
    private static final String MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/";
    private static final String NAMESPACE = "https://orderfield.io/decision-table/";
    private static final String CHARACTERISTICS = "characteristics";
    private static final String ROW = "row";
    private static final Map<HitPolicy, String> HIT_POLICIES =
            Map.of(HitPolicy.COLLECT, "RULE ORDER", HitPolicy.FIRST, "FIRST");

    private final DecisionTable table;
    private final List<Column> columns;
    private final XMLStreamWriter xml;

    private DmnExport(DecisionTable table, XMLStreamWriter xml) {
        this.table = table;
        this.columns = new ArrayList<>(table.columns());
        this.columns.add(Column.DECISION_DATE);
        this.xml = xml;
    }

    /** Writes a table as XML. */
    public static byte[] write(DecisionTable table) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
            new DmnExport(table, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // writing to memory does not fail
        }
        return file.toByteArray();
    }

    /** The name under which engines know the decision of a table: its code in one word. */
    public static String decisionName(String code) {
        StringBuilder name = new StringBuilder();
        for (String part : code.split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    private void write() throws XMLStreamException {
        String code = table.shape().code();
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(MODEL);
        xml.writeAttribute("id", code);
        xml.writeAttribute("name", code);
        xml.writeAttribute("namespace", NAMESPACE + code);
        List<String> inputs = new ArrayList<>();
        for (Column column : columns) {
            if (column.kind() != Column.Kind.CHARACTERISTIC) {
                input(column.header(), type(column));
                inputs.add(column.header());
            }
        }
        if (inputs.size() < columns.size()) {
            input(CHARACTERISTICS, "Any");
            inputs.add(CHARACTERISTICS);
        }
        decision(inputs);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void input(String name, String type) throws XMLStreamException {
        xml.writeStartElement("inputData");
        xml.writeAttribute("id", "input-" + name);
        xml.writeAttribute("name", name);
        variable(name, type);
        xml.writeEndElement();
    }

    private void variable(String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("variable");
        xml.writeAttribute("name", name);
        xml.writeAttribute("typeRef", type);
    }

    private void decision(List<String> inputs) throws XMLStreamException {
        String name = decisionName(table.shape().code());
        xml.writeStartElement("decision");
        xml.writeAttribute("id", "decision");
        xml.writeAttribute("name", name);
        xml.writeAttribute("label", table.name());
        variable(name, "Any");
        for (String input : inputs) {
            xml.writeStartElement("informationRequirement");
            xml.writeAttribute("id", "needs-" + input);
            xml.writeEmptyElement("requiredInput");
            xml.writeAttribute("href", "#input-" + input);
            xml.writeEndElement();
        }
        xml.writeStartElement("decisionTable");
        xml.writeAttribute("id", "table");
        xml.writeAttribute("hitPolicy", HIT_POLICIES.get(table.hitPolicy()));
        xml.writeAttribute("outputLabel", table.name());
        columns();
        for (TableRow row : table.rows()) {
            if (row.active()) {
                rule(row);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void columns() throws XMLStreamException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            xml.writeStartElement("input");
            xml.writeAttribute("id", "column-" + (i + 1));
            xml.writeAttribute("label", column.header());
            xml.writeStartElement("inputExpression");
            xml.writeAttribute("typeRef", type(column));
            text(expression(column));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        output(ROW, "string");
        for (ResultColumn column : table.shape().results()) {
            output(column.header(), column.kind() == ResultColumn.Kind.PRIORITY ? "number" : "string");
        }
        xml.writeEmptyElement("annotation");
        xml.writeAttribute("name", DraftRow.NOTE);
    }

    private void output(String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("output");
        xml.writeAttribute("id", "output-" + name);
        xml.writeAttribute("name", name);
        xml.writeAttribute("typeRef", type);
    }

    private void rule(TableRow row) throws XMLStreamException {
        xml.writeStartElement("rule");
        xml.writeAttribute("id", "row-" + row.id());
        for (Column column : columns) {
            Condition condition = column.equals(Column.DECISION_DATE)
                    ? row.validity()
                    : row.conditions().get(column.header());
            entry("inputEntry", condition == null ? "-" : FeelTests.of(column.kind(), condition));
        }
        entry("outputEntry", FeelTests.text(row.id()));
        for (ResultColumn column : table.shape().results()) {
            String result = row.result(column.header());
            String literal = column.kind() == ResultColumn.Kind.PRIORITY ? result : FeelTests.text(result);
            entry("outputEntry", result.isEmpty() ? "null" : literal);
        }
        entry("annotationEntry", row.note());
        xml.writeEndElement();
    }

    private void entry(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        text(text);
        xml.writeEndElement();
    }

    private void text(String text) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String expression(Column column) {
        return column.kind() == Column.Kind.CHARACTERISTIC
                ? "get value(" + CHARACTERISTICS + ", "
                        + FeelTests.text(column.header().substring(Column.CHARACTERISTIC_PREFIX.length())) + ")"
                : column.header();
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case SPECIFICATION, ACTION, TEXT, CHARACTERISTIC -> "string";
            case WHOLE_NUMBER, PRIORITY -> "number";
            case DATE -> "date";
        };
    }
}
