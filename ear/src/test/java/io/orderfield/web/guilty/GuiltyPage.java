package io.orderfield.web.guilty;

import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.om.guilty.GuiltyEntity;
import io.orderfield.om.guilty.GuiltyIntake;

/** Guilty: a page with an entity, a message and a listener's service. */
public class GuiltyPage {
    GuiltyEntity entity;
    GuiltyIntake intake;
    CancelWorkOrder message;
}
