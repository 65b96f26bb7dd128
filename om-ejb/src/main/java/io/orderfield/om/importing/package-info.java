/** Reference data from files: accounts, contacts, locations and specifications as CSV or JSON, with a report on every row. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.importing;
