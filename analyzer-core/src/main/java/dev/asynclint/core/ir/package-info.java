/**
 * What both front ends say about a source file: syntactic, resolved facts, nothing derived.
 *
 * <p>Invariant: every type is an immutable record under a sealed interface; "not known" is a value
 * ({@link dev.asynclint.core.ir.Value.Unknown}, {@link dev.asynclint.core.ir.Target.Unknown},
 * {@link dev.asynclint.core.ir.Types#UNKNOWN}), never null. Positions are UTF-16 offsets into the
 * file; lines and columns are computed once, by {@link dev.asynclint.core.ir.LineMap}.
 */
package dev.asynclint.core.ir;
