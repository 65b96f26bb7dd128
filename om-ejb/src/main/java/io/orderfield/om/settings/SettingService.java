package io.orderfield.om.settings;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.UniqueKey;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.user.CurrentUser;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Administrators override settings and reset them to what the variables say. {@code expectedRevision} is the revision that the
 * caller saw, null when it does not matter.
 */
@Stateless
@May(Right.MANAGE_SETTINGS)
public class SettingService {
    private static final String WHAT = "setting";

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Settings settings;

    @Inject
    private CurrentUser caller;

    @Inject
    private Event<SettingChanged> changes;

    @Inject
    private Clock clock;

    /** All settings, as they are now. */
    public List<SettingView> list() {
        return Arrays.stream(Setting.values()).map(settings::view).toList();
    }

    /** The setting. */
    @May(value = Right.MANAGE_SETTINGS, hidden = true)
    public SettingView find(String name) {
        return settings.view(known(name));
    }

    /**
     * Has this value hold from now on, whatever the variable says.
     *
     * @throws Refusal {@code setting-fixed} when a variable sets it for good, {@code invalid-request}, STALE, NOT_FOUND
     */
    public SettingView override(String name, String value, @Nullable Long expectedRevision) {
        Setting setting = known(name);
        String wanted = value.strip();
        if (!setting.allowed().contains(wanted)) {
            throw Refusal.invalid("value", Sentence.of("field.oneOf").with("codes", setting.allowed()));
        }
        SettingOverride override = locked(setting, expectedRevision);
        SettingView before = settings.view(setting);
        if (before.fixed()) {
            throw Refusal.conflict("setting-fixed").with("setting", name).with("variable", setting.fixedName());
        }
        if (override == null) {
            override = new SettingOverride(setting, caller.name(), clock.instant());
            entityManager.persist(override);
        }
        if (wanted.equals(override.chosen())) {
            return before;
        }
        override.choose(wanted, caller.name(), clock.instant());
        return changed(setting, before, false);
    }

    /** Has the default hold again; without an override nothing happens. */
    public SettingView reset(String name, @Nullable Long expectedRevision) {
        Setting setting = known(name);
        SettingOverride override = locked(setting, expectedRevision);
        SettingView before = settings.view(setting);
        if (override == null || override.chosen() == null) {
            return before;
        }
        override.reset(caller.name(), clock.instant());
        return changed(setting, before, true);
    }

    private SettingView changed(Setting setting, SettingView before, boolean reset) {
        UniqueKey.flush(
                entityManager, () -> Refusal.stale(WHAT, setting.name())); // the first override, twice at the same time
        SettingView after = settings.view(setting);
        changes.fire(new SettingChanged(setting, before.value(), after.value(), reset, caller.name()));
        return after;
    }

    private @Nullable SettingOverride locked(Setting setting, @Nullable Long expectedRevision) {
        SettingOverride override =
                entityManager.find(SettingOverride.class, setting.name(), LockModeType.PESSIMISTIC_WRITE);
        Refusal.checkVersion(expectedRevision, override == null ? 0 : override.version(), WHAT, setting.name());
        return override;
    }

    private static Setting known(String name) {
        return Setting.named(name).orElseThrow(() -> Refusal.notFound(WHAT, name));
    }
}
