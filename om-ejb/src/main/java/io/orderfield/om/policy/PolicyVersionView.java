package io.orderfield.om.policy;

import java.time.Instant;

/** A published version of the work order policy, without its rows. */
public record PolicyVersionView(int version, Instant publishedAt, String publishedBy, int rows) {}
