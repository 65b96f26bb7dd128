/** Accounts, contacts, locations, specifications and their imports: the calls of the REST API and the pages. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.catalog;
