/** The EAR as it ships, deployed by Arquillian on a server with H2; one test goes into the server with it. */
package io.orderfield.it.deployed;
