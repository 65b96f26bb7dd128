package io.orderfield.om.catalog;

import io.orderfield.kernel.Shared;
import io.orderfield.om.user.PartnerAccounts;
import jakarta.inject.Inject;

/** Tells the users which accounts there are; they know no catalog. */
@Shared
class CatalogPartnerAccounts implements PartnerAccounts {
    private final Catalog catalog;

    @Inject
    CatalogPartnerAccounts(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean exists(String number) {
        return catalog.account(number).isPresent();
    }
}
