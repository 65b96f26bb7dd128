package io.orderfield.om.worknote;

/**
 * CDI event in a transaction that changed something of a domain order that people watch: notes, state, work orders. Observe
 * it after success and fetch what is new.
 *
 * @param domainOrder its number
 * @param customerOrder number of its customer order
 */
public record DomainOrderActivity(String domainOrder, String customerOrder) {}
