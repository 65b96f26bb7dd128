/** What integration tests, chaos and benchmark share: servers, databases and brokers as processes, and the people who use them. */
package io.orderfield.it.support;
