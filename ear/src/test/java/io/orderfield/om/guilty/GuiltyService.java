package io.orderfield.om.guilty;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Guilty: a service that says of one method nothing, and that lets everybody call the other. */
@Stateless
public class GuiltyService {
    public void forgotten() {
        // nobody said who may
    }

    @PermitAll
    public void open() {
        // everybody may
    }
}
