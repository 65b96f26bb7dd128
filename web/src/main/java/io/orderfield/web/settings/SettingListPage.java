package io.orderfield.web.settings;

import io.orderfield.om.settings.SettingService;
import io.orderfield.om.settings.SettingView;
import io.orderfield.web.ui.Decisions;
import io.orderfield.web.ui.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What holds for everybody, overridden and reset by administrators. */
@Named("settingListPage")
@ViewScoped
public class SettingListPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    SettingService settings;

    @Inject
    Decisions decisions;

    @Inject
    Texts texts;

    private List<SettingView> rows = List.of();

    /** Reads what holds now. */
    public void load() {
        rows = settings.list();
    }

    /** Has this value hold from now on. */
    public void override(SettingView seen, String value) {
        decisions.attempt(
                "settings.changed",
                () -> settings.override(seen.name(), value, seen.revision()),
                name(seen),
                word(seen, value));
        load();
    }

    /** Has the default hold again. */
    public void reset(SettingView seen) {
        decisions.attempt(
                "settings.changed",
                () -> settings.reset(seen.name(), seen.revision()),
                name(seen),
                word(seen, seen.defaultValue()));
        load();
    }

    /** The values that the reader may choose instead. */
    public List<String> others(SettingView setting) {
        return setting.fixed()
                ? List.of()
                : setting.allowed().stream()
                        .filter(value -> !value.equals(setting.value()))
                        .toList();
    }

    /** Whether it can be reset. */
    public boolean isOverridden(SettingView setting) {
        return setting.source().equals("override");
    }

    /** What the value comes from, in words. */
    public String source(SettingView setting) {
        if (setting.fixed()) {
            return texts.of("settings.fixed", setting.name() + "_FIXED");
        }
        String by = setting.changedBy();
        return isOverridden(setting) && by != null
                ? texts.of("settings.source.override", by)
                : texts.of("settings.source." + setting.source());
    }

    /** The setting in words. */
    public String name(SettingView setting) {
        return texts.of("setting." + setting.name());
    }

    /** What it is about. */
    public String text(SettingView setting) {
        return texts.of("setting." + setting.name() + ".text");
    }

    /** A value of it in words. */
    public String word(SettingView setting, String value) {
        return texts.of("setting." + setting.name() + "." + value);
    }

    public List<SettingView> getRows() {
        return rows;
    }
}
