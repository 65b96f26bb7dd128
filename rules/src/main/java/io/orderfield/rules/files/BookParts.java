package io.orderfield.rules.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a workbook says beside its cells and its library doesn't tell. Its parts have been weighed. */
final class BookParts {
    private static final String RELATIONS = "_rels/";
    /** How XML writes that something is so. */
    private static final Set<String> YES = Set.of("1", "true", "on");

    private final Map<String, byte[]> parts;

    BookParts(WeighedZip zip) {
        parts = zip.parts();
    }

    /** Whether the numbers of its days count from 1904, as some spreadsheets have it. */
    boolean countsFrom1904() throws IOException {
        for (byte[] part : parts.values()) {
            if (attributes(part, "workbookPr", "date1904").stream().anyMatch(YES::contains)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The ranges of merged cells of a sheet, such as {@code B4:B6}.
     *
     * @param sheet the id under which the workbook knows it
     * @throws IOException when there is no such sheet
     */
    List<String> merged(String sheet) throws IOException {
        Set<byte[]> sheets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            String name = part.getKey();
            int end = name.indexOf(RELATIONS);
            if (end < 0 || !name.endsWith(".rels")) {
                continue;
            }
            for (String target : targets(part.getValue(), sheet)) {
                String wanted = target.startsWith("/") ? target.substring(1) : name.substring(0, end) + target;
                parts.entrySet().stream()
                        .filter(other -> wanted.equalsIgnoreCase(other.getKey()))
                        .forEach(other -> sheets.add(other.getValue()));
            }
        }
        if (sheets.isEmpty()) {
            throw new IOException("no sheet " + sheet);
        }
        List<String> merged = new ArrayList<>();
        for (byte[] found : sheets) {
            merged.addAll(attributes(found, "mergeCell", "ref"));
        }
        return merged;
    }

    private static List<String> targets(byte[] relations, String id) throws IOException {
        List<String> ids = attributes(relations, "Relationship", "Id");
        List<String> targets = attributes(relations, "Relationship", "Target");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), targets.size()); i++) {
            if (ids.get(i).equals(id)) {
                found.add(targets.get(i));
            }
        }
        return found;
    }

    /** What every element of a name says in one attribute, empty for one that doesn't have it. */
    private static List<String> attributes(byte[] part, String element, String attribute) throws IOException {
        List<String> values = new ArrayList<>();
        try {
            XMLStreamReader xml = PartScale.reader(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    String value = xml.getAttributeValue(null, attribute);
                    values.add(value == null ? "" : value);
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return values;
    }
}
