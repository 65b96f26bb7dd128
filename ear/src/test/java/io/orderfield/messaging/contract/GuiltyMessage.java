package io.orderfield.messaging.contract;

import jakarta.ejb.EJBException;

/** Guilty: no record, and made of more than JDK types. */
public class GuiltyMessage {
    EJBException cause;
}
