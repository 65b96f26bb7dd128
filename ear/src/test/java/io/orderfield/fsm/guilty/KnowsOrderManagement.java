package io.orderfield.fsm.guilty;

import io.orderfield.om.guilty.KnowsFieldService;

/** Guilty: an import across the wall, and half of a cycle between packages. */
public class KnowsOrderManagement {
    KnowsFieldService other;
}
