package io.orderfield.om.policy;

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
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a table may name, as the catalog and the read copy of the templates are now. */
@Shared
class CatalogValues {
    /** Of each column of free texts, where they come from. */
    private static final Map<String, String> TEXTS = Map.of(
            "region", "select distinct l.region from Location l",
            "country", "select distinct l.country from Location l",
            "segment", "select distinct a.segment from Account a");

    private final Catalog catalog;
    private final EntityManager entityManager;

    @Inject
    CatalogValues(Catalog catalog, @OmData EntityManager entityManager) {
        this.catalog = catalog;
        this.entityManager = entityManager;
    }

    KnownValues now() {
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
     * What stands in a column of the facts.
     *
     * @return in order; empty where it is not known, such as for numbers and dates
     */
    List<String> valuesOf(Column column) {
        return switch (column.kind()) {
            case TEXT -> texts(column.header());
            case PRIORITY -> List.of("1", "2", "3", "4");
            case CHARACTERISTIC -> choices(column.header().substring(Column.CHARACTERISTIC_PREFIX.length()));
            case SPECIFICATION, ACTION, WHOLE_NUMBER, DATE -> List.of();
        };
    }

    private List<String> texts(String header) {
        String query = TEXTS.get(header);
        return query == null
                ? List.of()
                : entityManager
                        .createQuery(query, String.class)
                        .getResultStream()
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
    }

    private List<String> choices(String name) {
        return catalog.specifications().stream()
                .flatMap(specification -> specification.characteristics().stream())
                .filter(characteristic -> characteristic.name().equals(name))
                .flatMap(characteristic -> characteristic.choices().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> codes(Collection<TemplateView> templates, boolean active) {
        return templates.stream()
                .filter(template -> template.active() == active)
                .map(TemplateView::code)
                .collect(toSet());
    }
}
