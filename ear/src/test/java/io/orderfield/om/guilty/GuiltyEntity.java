package io.orderfield.om.guilty;

import jakarta.ejb.EJBException;
import jakarta.persistence.Entity;

/** Guilty: an entity with a setter that knows its container. */
@Entity
public class GuiltyEntity {
    private String state;

    public void setState(String state) {
        if (state == null) {
            throw new EJBException();
        }
        this.state = state;
    }
}
