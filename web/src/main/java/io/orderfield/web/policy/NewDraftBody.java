package io.orderfield.web.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft begins.
 *
 * @param basedOn the version whose rows it begins with; left out: the one that decides now
 */
@Schema(name = "NewDraft")
public record NewDraftBody(@Nullable Integer basedOn) {}
