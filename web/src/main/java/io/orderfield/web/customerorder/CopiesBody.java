package io.orderfield.web.customerorder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where to copy a line item to.
 *
 * @param locations numbers of locations of the order's account, none twice
 */
@Schema(name = "LineItemCopies")
public record CopiesBody(@Nullable List<@Nullable String> locations) {}
