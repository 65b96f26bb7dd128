/** The frame of the pages: formatting, texts, messages, navigation, search. Pages of a feature lie in its own package. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.ui;
