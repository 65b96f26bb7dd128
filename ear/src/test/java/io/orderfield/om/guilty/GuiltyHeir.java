package io.orderfield.om.guilty;

import jakarta.ejb.Stateless;

/** Guilty by what it inherits. */
@Stateless
public class GuiltyHeir extends GuiltyHeritage {}
