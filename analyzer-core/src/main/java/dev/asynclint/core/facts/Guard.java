package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;

/**
 * A condition known to hold where an operation stands.
 *
 * @param condition a value without {@link Value.Logic} at its root
 * @param holds whether it is true there
 */
record Guard(Value condition, boolean holds, Guard outer) {}
