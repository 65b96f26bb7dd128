package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * Further work that field service wants. It blocks closing of the domain order until Order Management creates it or
 * declines, and travels in the same message as the snapshot that it belongs to.
 *
 * @param wishId identity of the wish, also the key of the work order that it leads to
 * @param template code of the wanted template
 * @param reason why
 */
public record FollowUpWish(UUID wishId, String template, String reason) {}
