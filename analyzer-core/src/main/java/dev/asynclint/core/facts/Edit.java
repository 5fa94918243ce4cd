package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Unit;

/**
 * Replaces a range of a file; an insertion when the range is empty.
 *
 * @param start offset of the first UTF-16 unit to replace
 * @param end offset after the last
 * @param text what to put there
 */
public record Edit(Unit unit, int start, int end, String text) {}
