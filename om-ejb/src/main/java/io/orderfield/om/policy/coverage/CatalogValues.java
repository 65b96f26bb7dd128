package io.orderfield.om.policy.coverage;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.rules.Column;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a table may name, as the catalog, the customers and the read copy of the templates are now. */
@Shared
public class CatalogValues {
    /** More different texts of one column than this nobody looks through. */
    private static final int MOST_TEXTS = 5_000;

    /** Of each column of free texts, where they come from. */
    private static final Map<String, String> TEXTS = Map.of(
            "region", "select distinct l.region from Location l where l.region is not null order by l.region",
            "country", "select distinct l.country from Location l where l.country is not null order by l.country",
            "segment", "select distinct a.segment from Account a where a.segment is not null order by a.segment");

    private static final List<String> PRIORITIES = List.of("1", "2", "3", "4");
    private static final List<String> FLAGS = List.of("false", "true");

    private final Catalog catalog;
    private final EntityManager entityManager;

    @Inject
    CatalogValues(Catalog catalog, @OmData EntityManager entityManager) {
        this.catalog = catalog;
        this.entityManager = entityManager;
    }

    /** The codes that a table may name. */
    public KnownValues now() {
        List<SpecificationView> specifications = catalog.specifications();
        Collection<TemplateView> templates = catalog.workOrderTemplates().values();
        return new KnownValues(
                specifications.stream().map(SpecificationView::code).collect(toSet()),
                codes(templates, true),
                codes(templates, false),
                specifications.stream()
                        .collect(
                                toMap(SpecificationView::code, specification -> specification.characteristics().stream()
                                        .map(CharacteristicView::name)
                                        .collect(toSet()))));
    }

    /**
     * What stands in the columns of a table's facts now, each in order. Columns of which that isn't known, such as those of
     * numbers, days and free characteristics, are left out; so are specification and action, whose codes are known anyway.
     *
     * @return by header: those that the table begins with in their order, then those of characteristics by name
     */
    public Map<String, List<String>> byColumn(TableShape shape) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Column column : shape.conditions()) {
            put(values, column.header(), column.kind() == Column.Kind.PRIORITY ? PRIORITIES : texts(column.header()));
        }
        ofCharacteristics().forEach((name, choices) -> {
            String header = Column.CHARACTERISTIC_PREFIX + name;
            if (shape.condition(header) != null) {
                put(values, header, List.copyOf(choices));
            }
        });
        return values;
    }

    private static void put(Map<String, List<String>> values, String header, List<String> known) {
        if (!known.isEmpty()) {
            values.put(header, known);
        }
    }

    private List<String> texts(String header) {
        String query = TEXTS.get(header);
        return query == null
                ? List.of()
                : entityManager
                        .createQuery(query, String.class)
                        .setMaxResults(MOST_TEXTS)
                        .getResultStream()
                        .sorted()
                        .toList();
    }

    /** Of every characteristic that has choices, or is yes or no, of whatever specification. */
    private Map<String, Set<String>> ofCharacteristics() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (SpecificationView specification : catalog.specifications()) {
            for (CharacteristicView characteristic : specification.characteristics()) {
                values.computeIfAbsent(characteristic.name(), name -> new TreeSet<>())
                        .addAll(characteristic.type().equals("boolean") ? FLAGS : characteristic.choices());
            }
        }
        return values;
    }

    private static Set<String> codes(Collection<TemplateView> templates, boolean active) {
        return templates.stream()
                .filter(template -> template.active() == active)
                .map(TemplateView::code)
                .collect(toSet());
    }
}
