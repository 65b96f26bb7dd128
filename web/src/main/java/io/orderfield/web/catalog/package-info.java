/** Reference data in the REST API: accounts, contacts, locations, specifications, templates, technicians. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.catalog;
