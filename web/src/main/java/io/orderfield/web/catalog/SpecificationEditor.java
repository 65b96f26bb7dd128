package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.NewSpecification;
import io.orderfield.om.catalog.PartView;
import io.orderfield.om.catalog.SpecificationChange;
import io.orderfield.om.catalog.SpecificationService;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.web.ui.RecordEditor;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialog in which a specification is created or changed, with its characteristics and parts line by line. */
@Named("specificationEditor")
@ViewScoped
public class SpecificationEditor extends RecordEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    SpecificationService specifications;

    @Inject
    SpecificationPage page;

    private List<CharacteristicLine> characteristics = new ArrayList<>();
    private List<PartLine> parts = new ArrayList<>();

    @Override
    public void openNew() {
        getForm().openNew(Map.of("type", "product"));
        characteristics = new ArrayList<>();
        parts = new ArrayList<>();
    }

    public void open(SpecificationView specification) {
        getForm().open(specification.code(), Map.of("name", specification.name()), specification.version());
        takeLines(specification);
    }

    @Override
    public void takeTheirs() {
        super.takeTheirs();
        String record = getForm().getRecord();
        if (record != null) {
            open(specifications.find(record));
        }
    }

    @Override
    protected String store() {
        String code = getForm().getRecord();
        if (code == null) {
            return specifications
                    .create(new NewSpecification(
                            getForm().text("code"),
                            getForm().text("name"),
                            getForm().text("type"),
                            characteristicViews(),
                            partViews()))
                    .code();
        }
        specifications.change(
                code,
                new SpecificationChange(getForm().text("name"), null, characteristicViews(), partViews()),
                getForm().getVersion());
        return code;
    }

    @Override
    public void save() {
        // what is compared with somebody else's change is text; the lines are written as such
        getForm().getValues().put("characteristics", CharacteristicLine.words(characteristicViews()));
        getForm().getValues().put("parts", PartLine.words(partViews()));
        super.save();
    }

    @Override
    protected Current current(String record) {
        SpecificationView now = specifications.find(record);
        return new Current(
                Map.of(
                        "name",
                        now.name(),
                        "characteristics",
                        CharacteristicLine.words(now.characteristics()),
                        "parts",
                        PartLine.words(now.parts())),
                now.version(),
                now.updatedBy(),
                now.updatedAt());
    }

    @Override
    protected String saved() {
        return "specification.saved";
    }

    @Override
    protected void afterSave(String record) {
        if (!getForm().isAdding()) {
            page.load();
        }
    }

    public void addCharacteristic() {
        characteristics.add(new CharacteristicLine());
    }

    public void removeCharacteristic(CharacteristicLine line) {
        characteristics.remove(line);
    }

    public void addPart() {
        parts.add(new PartLine());
    }

    public void removePart(PartLine line) {
        parts.remove(line);
    }

    /** What is wrong with one line's field, such as {@code characteristics[2].name}. */
    public @Nullable String error(String list, int index, String field) {
        String path = list + "[" + index + "]." + field;
        return getForm().getErrors().entrySet().stream()
                .filter(error -> error.getKey().equals(path) || error.getKey().startsWith(path + "["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public List<CharacteristicLine> getCharacteristics() {
        return characteristics;
    }

    public List<PartLine> getParts() {
        return parts;
    }

    private void takeLines(SpecificationView specification) {
        characteristics = new ArrayList<>(specification.characteristics().stream()
                .map(CharacteristicLine::of)
                .toList());
        parts = new ArrayList<>(specification.parts().stream().map(PartLine::of).toList());
    }

    private List<CharacteristicView> characteristicViews() {
        return characteristics.stream().map(CharacteristicLine::command).toList();
    }

    private List<PartView> partViews() {
        return parts.stream().map(PartLine::command).toList();
    }
}
