package io.orderfield.om.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The first answer to a request, to be given again.
 *
 * @param status HTTP status, 200 to 299
 * @param location value of the header Location
 * @param etag value of the header ETag
 * @param body the body as it was sent
 */
public record StoredAnswer(
        int status, @Nullable String location, @Nullable String etag, String body) {}
