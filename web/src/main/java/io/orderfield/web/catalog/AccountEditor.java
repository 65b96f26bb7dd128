package io.orderfield.web.catalog;

import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.AccountView;
import io.orderfield.om.catalog.CatalogService;
import io.orderfield.om.catalog.NewAccount;
import io.orderfield.web.ui.RecordEditor;
import io.orderfield.web.ui.Way;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Objects;

/** The dialog in which an account is created or corrected. */
@Named("accountEditor")
@ViewScoped
public class AccountEditor extends RecordEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    CatalogService catalog;

    @Inject
    AccountPage page;

    @Inject
    Way way;

    public void open(AccountView account) {
        getForm().open(account.number(), texts(account), account.version());
    }

    @Override
    protected String store() {
        String number = getForm().getRecord();
        if (number == null) {
            return catalog.createAccount(new NewAccount(
                            getForm().text("name"),
                            getForm().given("segment"),
                            getForm().given("externalCode")))
                    .number();
        }
        catalog.correctAccount(
                number,
                new AccountCorrection(
                        getForm().text("name"),
                        getForm().text("segment"),
                        null,
                        getForm().text("externalCode")),
                getForm().getVersion());
        return number;
    }

    @Override
    protected Current current(String record) {
        AccountView now = catalog.account(record);
        return new Current(texts(now), now.version(), now.updatedBy(), now.updatedAt());
    }

    @Override
    protected String saved() {
        return "account.saved";
    }

    @Override
    protected void afterSave(String record) {
        if (!getForm().isAdding()) {
            page.load();
            return;
        }
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        way.to("/account/details.xhtml", "number", record);
    }

    private static Map<String, String> texts(AccountView account) {
        return Map.of(
                "name",
                account.name(),
                "segment",
                Objects.toString(account.segment(), ""),
                "externalCode",
                Objects.toString(account.externalCode(), ""));
    }
}
