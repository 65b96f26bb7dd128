package io.orderfield.om.policy.testcase;

import io.orderfield.om.policy.DraftTrial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test case to keep with a table.
 *
 * @param name what it is about, unique in the table, up to 200 characters; that of its domain order when it is left out
 * @param facts a domain order that there is, with the facts on which it was decided, or one that there might be
 * @param expected the work orders that the table is to want, in any order; left out: what the version wants that decided
 *     the domain order, or for one that there might be the version that decides now
 */
public record NewTestCase(
        @Nullable String name,
        @Nullable DraftTrial facts,
        @Nullable List<@Nullable ExpectedWork> expected) {}
