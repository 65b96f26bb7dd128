/** The plan of a domain order's work: what the decision table wants against what exists, as steps. Pure: it knows records alone, no database and no clock. */
@org.jspecify.annotations.NullMarked
package io.orderfield.om.plan;
