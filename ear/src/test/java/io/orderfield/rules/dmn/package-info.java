/** What is exported, read by those for whom it is. */
@NullMarked
package io.orderfield.rules.dmn;

import org.jspecify.annotations.NullMarked;
