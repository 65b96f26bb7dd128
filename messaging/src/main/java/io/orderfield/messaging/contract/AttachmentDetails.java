package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * A photo or document that was added in Field Service, which keeps it: Order Management gets what it is and where it is.
 *
 * @param attachmentId its identity
 * @param name file name, as it is shown
 * @param type media type, found by its content
 * @param size in bytes
 * @param link path of its content in the REST API, such as
 *     {@code /api/v1/work-order-tasks/WOT0001001/attachments/0195a0b4-6c00-7000-8000-000000000005}
 */
public record AttachmentDetails(UUID attachmentId, String name, String type, long size, String link) {}
