package dev.asynclint.errorprone.lowering;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.CallableDraft;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** A callable while its body is being lowered, with the types its lambda form needs. */
final class Frame extends CallableDraft<Frame> {
  /** Types of the values a lambda returns; null where one is not known. */
  final List<TypeMirror> results = new ArrayList<>();

  Frame(String id, Callable.Kind kind, String owner, Frame enclosing) {
    super(id, kind, owner, enclosing);
  }
}
