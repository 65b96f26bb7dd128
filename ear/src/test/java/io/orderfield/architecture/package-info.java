/** Rules over all modules: what knows what, what each code and right is called. No server; they run with the unit tests. */
package io.orderfield.architecture;
