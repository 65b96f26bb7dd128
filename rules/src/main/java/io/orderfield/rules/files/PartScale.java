package io.orderfield.rules.files;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.TableProblem;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Weighs a part of a workbook before the library reads it. That makes room for whatever place a cell says it has, and of a
 * cell's digits a number, which takes the square of their count.
 */
final class PartScale {
    /** A thousand columns of the most rows: foreign sheets have cells that only have a color. */
    private static final int MOST_ROOM = 5_000_000;
    /** A sheet needs a handful; each takes room until it ends. */
    private static final int MOST_DEPTH = 100;

    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    private final XMLStreamReader xml;
    private int depth;
    /** The depth of the cell that is being read, 0 outside of cells. */
    private int cell;

    private int length;
    private long room;
    private long roomOfRow;

    private PartScale(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Whether a part is XML that declares nothing, is no deeper than XML of a workbook is and, where it is a sheet, has
     * cells that there are at places that there are.
     *
     * @throws InvalidDecisionTableException when it is a sheet with room for too much
     */
    static boolean isSound(byte[] part) {
        try {
            new PartScale(reader(part)).weigh();
            return true;
        } catch (InvalidDecisionTableException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    /** Reads a part and nothing from elsewhere. */
    static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private void weigh() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a sheet declares nothing");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text(xml.getTextLength());
                default -> {
                    // says nothing
                }
            }
        }
        xml.close();
    }

    private void start() throws XMLStreamException {
        depth++;
        if (depth > MOST_DEPTH) {
            throw new XMLStreamException("no workbook is that deep");
        }
        if (xml.getLocalName().equals("row")) {
            roomOfRow = 0;
        } else if (xml.getLocalName().equals("c")) {
            if (cell == 0) {
                cell = depth;
                length = 0;
            }
            int columns = columns();
            room += Math.max(0, columns - roomOfRow);
            roomOfRow = Math.max(roomOfRow, columns);
            if (room > MOST_ROOM) {
                throw InvalidDecisionTableException.of(
                        Sentence.of("file.tooManyCells").with("most", MOST_ROOM));
            }
        }
    }

    private void end() {
        if (depth == cell) {
            cell = 0;
        }
        depth--;
    }

    private void text(int characters) throws XMLStreamException {
        length += characters;
        if (cell > 0 && length > TableWorkbook.LONGEST_CELL) {
            throw new XMLStreamException("no cell is that long");
        }
    }

    /** For how many columns the row of a cell needs room. */
    private int columns() throws XMLStreamException {
        int columns = 0; // without a place: right of the one before
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // whatever its namespace: the library's parser may look at another one than this
            if (xml.getAttributeLocalName(i).equals("r")) {
                columns = Math.max(columns, columns(xml.getAttributeValue(i)));
            }
        }
        return columns;
    }

    private static int columns(String place) throws XMLStreamException {
        if (!PLACE.matcher(place).matches()) {
            throw new XMLStreamException("no cell has the place " + TableProblem.shown(place));
        }
        return SheetColumns.number(place);
    }
}
