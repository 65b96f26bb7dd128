package io.orderfield.om.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderfield.kernel.Json;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.PartView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a JSON file: an array of objects with the fields of the API. */
final class ImportJson {
    private ImportJson() {}

    static List<ImportRow> read(ImportFile file) {
        JsonNode array = tree(file.content());
        if (array == null || array.isMissingNode() || array.isEmpty()) {
            if (array == null || array.isMissingNode() || array.isArray()) {
                throw Refusal.invalid("empty-file");
            }
        }
        if (!array.isArray()) {
            throw Refusal.invalid("invalid-request.array");
        }
        List<ImportRow> rows = new ArrayList<>();
        for (JsonNode object : array) {
            CatalogImportService.checkNumber(rows.size() + 1);
            rows.add(row(file.kind(), rows.size() + 1, object));
        }
        return rows;
    }

    private static @Nullable JsonNode tree(byte[] content) {
        try {
            return Json.mapper().readTree(content);
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("malformed-json.file");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reading from bytes does not fail
        }
    }

    private static ImportRow row(ImportKind kind, int number, JsonNode object) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        if (!object.isObject()) {
            problems.add(new FieldProblem("row", Sentence.of("field.noObject")));
            return new ImportRow(number, cells, null, null, problems);
        }
        List<CharacteristicView> characteristics = null;
        List<PartView> parts = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String field = member.getKey();
            JsonNode value = member.getValue();
            if (!kind.knows(field)) {
                problems.add(new FieldProblem(shown(field), Sentence.of("field.unknown")));
            } else if (value.isNull() || kind.ignores(field)) {
                continue; // as if it was left out
            } else if (field.equals("characteristics")) {
                characteristics = characteristics(value, problems);
            } else if (field.equals("parts")) {
                parts = parts(value, problems);
            } else if (value.isValueNode()) {
                cells.put(field, text(field, value, problems));
            } else {
                problems.add(new FieldProblem(field, Sentence.of("field.noValue")));
            }
        }
        return new ImportRow(number, cells, characteristics, parts, problems);
    }

    private static List<CharacteristicView> characteristics(JsonNode array, List<FieldProblem> problems) {
        List<CharacteristicView> read = new ArrayList<>();
        for (JsonNode item : objects("characteristics", array, problems)) {
            List<String> choices = new ArrayList<>();
            for (JsonNode choice : item.path("choices")) {
                choices.add(text("characteristics", choice, problems));
            }
            read.add(new CharacteristicView(
                    text("characteristics", item.path("name"), problems),
                    text("characteristics", item.path("type"), problems),
                    item.path("mandatory").asBoolean(false),
                    choices));
        }
        return read;
    }

    private static List<PartView> parts(JsonNode array, List<FieldProblem> problems) {
        List<PartView> read = new ArrayList<>();
        for (JsonNode item : objects("parts", array, problems)) {
            JsonNode factor = item.path("factor");
            if (!factor.isMissingNode() && !factor.isNull() && !factor.canConvertToInt()) {
                problems.add(new FieldProblem("parts", Sentence.of("field.factors")));
            }
            read.add(new PartView(text("parts", item.path("code"), problems), factor.isInt() ? factor.intValue() : 1));
        }
        return read;
    }

    private static List<JsonNode> objects(String field, JsonNode array, List<FieldProblem> problems) {
        List<JsonNode> objects = new ArrayList<>();
        array.forEach(objects::add);
        if (!array.isArray() || objects.stream().anyMatch(item -> !item.isObject())) {
            problems.add(new FieldProblem(field, Sentence.of("field.noObjects")));
            return List.of();
        }
        return objects;
    }

    private static String text(String field, JsonNode value, List<FieldProblem> problems) {
        String text = value.asText("");
        boolean halved = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (halved) {
            problems.add(new FieldProblem(field, Sentence.of("field.noText")));
            return "";
        }
        return text;
    }

    private static String shown(String field) {
        return field.length() > 50 ? field.substring(0, 50) + "…" : field;
    }
}
