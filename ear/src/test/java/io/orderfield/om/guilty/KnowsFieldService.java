package io.orderfield.om.guilty;

import io.orderfield.fsm.guilty.KnowsOrderManagement;

/** Guilty: an import across the wall. */
public class KnowsFieldService {
    KnowsOrderManagement other;
}
