package io.orderfield.om.policy;

import java.time.Instant;
import java.util.List;

/** A published version of the work order policy with its rows. */
public record PolicyView(int version, Instant publishedAt, String publishedBy, List<PolicyRowView> rows) {}
