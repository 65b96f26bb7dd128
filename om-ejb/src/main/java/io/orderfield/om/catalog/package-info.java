/** Customer reference data (accounts, contacts, locations), the specifications that are sold, and the read copy of work order templates. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.catalog;
