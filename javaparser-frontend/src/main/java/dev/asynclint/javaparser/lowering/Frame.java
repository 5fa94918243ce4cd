package dev.asynclint.javaparser.lowering;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.CallableDraft;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** A callable while its body is being lowered, with the types its lambda form needs. */
final class Frame extends CallableDraft<Frame> {
  /** Types of the values a lambda returns. */
  final List<TypeSig> results = new ArrayList<>();

  /** What {@code return} should give; unknown when that is open. */
  TypeSig expected = TypeSig.UNKNOWN;

  Frame(String id, Callable.Kind kind, String owner, Frame enclosing) {
    super(id, kind, owner, enclosing);
  }
}
