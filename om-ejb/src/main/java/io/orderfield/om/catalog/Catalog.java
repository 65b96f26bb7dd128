package io.orderfield.om.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reference data for the other packages of Order Management, by number or code and in bulk. It checks no role and no
 * account: the calling service does. What does not exist is missing from the answer.
 */
public interface Catalog {
    /** The account of this number. */
    Optional<AccountView> account(String number);

    /** Accounts by number. */
    Map<String, AccountView> accounts(Collection<String> numbers);

    /** Contacts by number. */
    Map<String, ContactView> contacts(Collection<String> numbers);

    /** Locations by number. */
    Map<String, LocationView> locations(Collection<String> numbers);

    /** Specifications by code: those asked for and, level by level, everything that they are realized as. */
    Map<String, SpecificationView> specificationsWithParts(Collection<String> codes);

    /** Every specification, by code. */
    List<SpecificationView> specifications();

    /** Specifications by code, those asked for alone. */
    Map<String, SpecificationView> specifications(Collection<String> codes);

    /** The read copy of every work order template, by code. */
    Map<String, TemplateView> workOrderTemplates();

    /**
     * Keeps a work order template as Field Service published it, in the caller's transaction. An older or repeated
     * revision changes nothing.
     *
     * @param revision Field Service's counter for the template
     */
    void keepWorkOrderTemplate(String code, String name, boolean active, long revision);
}
