package io.orderfield.web.catalog;

import io.orderfield.om.catalog.CatalogFilter;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters that lists of reference data share. */
public class CatalogQuery {
    @QueryParam("q")
    @Parameter(description = "Part of a number, name, external code and what else people search by")
    @Nullable
    String text;

    @QueryParam("active")
    @Parameter(description = "Active or inactive ones alone")
    @Nullable
    Boolean active;

    @QueryParam("sort")
    @Parameter(description = "A field such as name, number (code) or updatedAt; a leading minus for falling order")
    @Nullable
    String sort;

    public CatalogQuery() {
        // for the JAX-RS runtime
    }

    CatalogFilter ofAccount(@Nullable String account, @Nullable String externalCode) {
        return new CatalogFilter(text, account, externalCode, null, active, sort);
    }

    CatalogFilter ofType(@Nullable String type) {
        return new CatalogFilter(text, null, null, type, active, sort);
    }
}
