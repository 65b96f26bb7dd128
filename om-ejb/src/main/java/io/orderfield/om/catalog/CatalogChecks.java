package io.orderfield.om.catalog;

import io.orderfield.kernel.Sentence;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What reference data must look like. Each method answers the tidied data or refuses with every problem. */
public final class CatalogChecks {
    static final int NAME = 200;
    static final int LINE = 200;
    static final int CODE = 50;
    public static final int EXTERNAL = 100;
    static final int NOTES = 4_000;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private CatalogChecks() {}

    public static NewAccount checked(NewAccount account) {
        Checks checks = new Checks();
        NewAccount valid = new NewAccount(
                checks.required("name", account.name(), NAME),
                checks.optional("segment", account.segment(), CODE),
                checks.optional("externalCode", account.externalCode(), EXTERNAL));
        checks.finish();
        return valid;
    }

    public static AccountCorrection checked(AccountCorrection correction) {
        Checks checks = new Checks();
        AccountCorrection valid = new AccountCorrection(
                checks.correction("name", correction.name(), NAME),
                checks.clearable("segment", correction.segment(), CODE),
                correction.active(),
                checks.clearable("externalCode", correction.externalCode(), EXTERNAL));
        checks.finish();
        return valid;
    }

    public static NewContact checked(NewContact contact, Function<String, Optional<AccountView>> accounts) {
        Checks checks = new Checks();
        NewContact valid = new NewContact(
                activeAccount(checks, contact.account(), accounts),
                checks.required("name", contact.name(), NAME),
                checks.optional("phone", contact.phone(), CODE),
                checks.optional("email", contact.email(), LINE),
                checks.optional("externalCode", contact.externalCode(), EXTERNAL));
        email(checks, valid.email());
        checks.finish();
        return valid;
    }

    public static ContactCorrection checked(ContactCorrection correction) {
        Checks checks = new Checks();
        ContactCorrection valid = new ContactCorrection(
                checks.correction("name", correction.name(), NAME),
                checks.clearable("phone", correction.phone(), CODE),
                checks.clearable("email", correction.email(), LINE),
                correction.active(),
                checks.clearable("externalCode", correction.externalCode(), EXTERNAL));
        email(checks, valid.email());
        checks.finish();
        return valid;
    }

    public static NewLocation checked(NewLocation location, Function<String, Optional<AccountView>> accounts) {
        Checks checks = new Checks();
        NewLocation valid = new NewLocation(
                activeAccount(checks, location.account(), accounts),
                checks.required("name", location.name(), NAME),
                checks.required("street", location.street(), LINE),
                checks.required("postalCode", location.postalCode(), CODE),
                checks.required("city", location.city(), LINE),
                checks.required("region", location.region(), LINE),
                checks.required("country", location.country(), CODE).toUpperCase(Locale.ROOT),
                location.latitude(),
                location.longitude(),
                checks.required("timeZone", location.timeZone(), CODE),
                checks.optional("accessNotes", location.accessNotes(), NOTES),
                checks.optional("externalCode", location.externalCode(), EXTERNAL));
        place(checks, valid.country(), valid.latitude(), valid.longitude(), valid.timeZone());
        checks.finish();
        return valid;
    }

    public static LocationCorrection checked(LocationCorrection correction) {
        Checks checks = new Checks();
        String country = checks.correction("country", correction.country(), CODE);
        LocationCorrection valid = new LocationCorrection(
                checks.correction("name", correction.name(), NAME),
                checks.correction("street", correction.street(), LINE),
                checks.correction("postalCode", correction.postalCode(), CODE),
                checks.correction("city", correction.city(), LINE),
                checks.correction("region", correction.region(), LINE),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                correction.latitude(),
                correction.longitude(),
                checks.correction("timeZone", correction.timeZone(), CODE),
                checks.clearable("accessNotes", correction.accessNotes(), NOTES),
                correction.active(),
                checks.clearable("externalCode", correction.externalCode(), EXTERNAL),
                correction.withoutCoordinates());
        place(checks, valid.country(), valid.latitude(), valid.longitude(), valid.timeZone());
        if (Boolean.TRUE.equals(valid.withoutCoordinates())
                && (valid.latitude() != null || valid.longitude() != null)) {
            checks.problem("withoutCoordinates", Sentence.of("field.nowhere"));
        }
        checks.finish();
        return valid;
    }

    private static String activeAccount(
            Checks checks, @Nullable String number, Function<String, Optional<AccountView>> accounts) {
        String wanted = checks.required("account", number, CODE);
        if (!wanted.isEmpty()) {
            Optional<AccountView> account = accounts.apply(wanted);
            if (account.isEmpty()) {
                checks.problem("account", Sentence.of("field.noAccount").with("account", wanted));
            } else if (!account.get().active()) {
                checks.problem("account", Sentence.of("field.inactiveAccount").with("account", wanted));
            }
        }
        return wanted;
    }

    private static void email(Checks checks, @Nullable String email) {
        if (email != null && !email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            checks.problem("email", Sentence.of("field.email"));
        }
    }

    private static void place(
            Checks checks,
            @Nullable String country,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String timeZone) {
        if (country != null && !country.isEmpty() && !COUNTRIES.contains(country)) {
            checks.problem("country", Sentence.of("field.country"));
        }
        if (timeZone != null && !timeZone.isEmpty() && !ZONES.contains(timeZone)) {
            checks.problem("timeZone", Sentence.of("field.timeZone.iana"));
        }
        // written so that NaN fails too
        if (latitude != null && !(latitude >= -90 && latitude <= 90)) {
            checks.problem("latitude", Sentence.of("field.latitude"));
        }
        if (longitude != null && !(longitude >= -180 && longitude <= 180)) {
            checks.problem("longitude", Sentence.of("field.longitude"));
        }
    }
}
