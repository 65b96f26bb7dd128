package io.orderfield.om.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which reference data a list shows; null (or blank) lets everything through.
 *
 * @param text part of a number or code, a name and what else people search the kind by
 * @param account number of the account that contacts and locations belong to
 * @param externalCode the key under which another system knows the record
 * @param type type of specifications: {@code product}, {@code service} or {@code resource}
 * @param active whether active or inactive ones alone
 * @param sort name of a field, with a leading minus for falling order
 */
public record CatalogFilter(
        @Nullable String text,
        @Nullable String account,
        @Nullable String externalCode,
        @Nullable String type,
        @Nullable Boolean active,
        @Nullable String sort) {
    /** Everything, in the list's own order. */
    public static final CatalogFilter ALL = new CatalogFilter(null, null, null, null, null, null);

    /** What belongs to this account, in the list's own order. */
    public static CatalogFilter of(String account) {
        return new CatalogFilter(null, account, null, null, null, null);
    }
}
