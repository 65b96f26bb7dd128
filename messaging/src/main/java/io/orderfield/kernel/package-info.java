/** What both sides and the web mean by the same word. It depends on nothing else of Orderfield. */
@NullMarked
package io.orderfield.kernel;

import org.jspecify.annotations.NullMarked;
