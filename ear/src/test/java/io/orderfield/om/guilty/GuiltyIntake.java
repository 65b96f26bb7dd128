package io.orderfield.om.guilty;

/** What only a listener may call. */
public class GuiltyIntake {}
