/**
 * Decision tables as files, both ways: what a file holds becomes a draft whose cells need not be right yet, and what is
 * written keeps everything of the rows.
 */
@NullMarked
package io.orderfield.rules.files;

import org.jspecify.annotations.NullMarked;
