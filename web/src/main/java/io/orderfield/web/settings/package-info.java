/** Settings that administrators override: API and page. */
@org.jspecify.annotations.NullMarked
package io.orderfield.web.settings;
