/** What has to be tidied up in Field Service: what field systems reported long ago, and files that no record names. */
@org.jspecify.annotations.NullMarked
package io.orderfield.fsm.housekeeping;
