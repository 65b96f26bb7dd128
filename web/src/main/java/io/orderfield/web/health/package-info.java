/** Whether this node lives, has started and can serve: for load balancers and supervisors. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.health;
