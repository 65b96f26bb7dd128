package io.orderfield.web.catalog;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.NewLocation;
import io.orderfield.web.ui.RecordEditor;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialog in which a location of an account is created or corrected. */
@Named("locationEditor")
@ViewScoped
public class LocationEditor extends RecordEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    AccountPage page;

    public void open(LocationView location) {
        getForm().open(location.number(), texts(location), location.version());
    }

    @Override
    protected String store() {
        String number = getForm().getRecord();
        if (number == null) {
            return catalog.createLocation(new NewLocation(
                            page.record(),
                            getForm().text("name"),
                            getForm().text("street"),
                            getForm().text("postalCode"),
                            getForm().text("city"),
                            getForm().text("region"),
                            getForm().text("country"),
                            degrees("latitude"),
                            degrees("longitude"),
                            getForm().text("timeZone"),
                            getForm().given("accessNotes"),
                            getForm().given("externalCode")))
                    .number();
        }
        catalog.correctLocation(
                number,
                new LocationCorrection(
                        getForm().text("name"),
                        getForm().text("street"),
                        getForm().text("postalCode"),
                        getForm().text("city"),
                        getForm().text("region"),
                        getForm().text("country"),
                        degrees("latitude"),
                        degrees("longitude"),
                        getForm().text("timeZone"),
                        getForm().text("accessNotes"),
                        null,
                        getForm().text("externalCode"),
                        isNowhere()),
                getForm().getVersion());
        return number;
    }

    /** Whether the reader left both fields empty; one alone says nothing. */
    private boolean isNowhere() {
        String latitude = getForm().given("latitude");
        String longitude = getForm().given("longitude");
        if ((latitude == null) != (longitude == null)) {
            String empty = latitude == null ? "latitude" : "longitude";
            throw Refusal.invalid(empty, Sentence.of("field.beside"));
        }
        return latitude == null;
    }

    private @Nullable Double degrees(String field) {
        String text = getForm().given(field);
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,3}(\\.\\d{1,15})?")) {
            throw Refusal.invalid(field, Sentence.of("field.degrees"));
        }
        return Double.valueOf(text);
    }

    @Override
    protected Current current(String record) {
        LocationView now = catalog.location(record);
        return new Current(texts(now), now.version(), now.updatedBy(), now.updatedAt());
    }

    @Override
    protected String saved() {
        return "location.saved";
    }

    private static Map<String, String> texts(LocationView location) {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", location.name());
        texts.put("street", location.street());
        texts.put("postalCode", location.postalCode());
        texts.put("city", location.city());
        texts.put("region", location.region());
        texts.put("country", location.country());
        texts.put("latitude", Objects.toString(location.latitude(), ""));
        texts.put("longitude", Objects.toString(location.longitude(), ""));
        texts.put("timeZone", location.timeZone());
        texts.put("accessNotes", Objects.toString(location.accessNotes(), ""));
        texts.put("externalCode", Objects.toString(location.externalCode(), ""));
        return texts;
    }
}
