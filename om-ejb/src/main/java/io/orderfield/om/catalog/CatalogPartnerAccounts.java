package io.orderfield.om.catalog;

import io.orderfield.om.user.PartnerAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the users which accounts there are; they know no catalog. */
@ApplicationScoped
class CatalogPartnerAccounts implements PartnerAccounts {
    @Inject
    private Catalog catalog;

    protected CatalogPartnerAccounts() {
        // for CDI
    }

    CatalogPartnerAccounts(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean exists(String number) {
        return catalog.account(number).isPresent();
    }
}
