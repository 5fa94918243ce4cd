package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statement an operation stands in, innermost first; a linked list that shares its tail.
 *
 * @param op the enclosing {@link Op.Loop}, {@link Op.Try}, {@link Op.Branch} or {@link Op.Sync}
 * @param part which part of it
 * @param outer the next one out, or null at the top of the callable
 */
record Frame(Op op, Part part, Frame outer) {
  enum Part {
    BODY,
    ARM,
    RESOURCES,
    CATCH,
    FINALLY
  }

  /** This frame and those around it, innermost first. */
  static Stream<Frame> outward(Frame inner) {
    return Stream.iterate(inner, java.util.Objects::nonNull, Frame::outer);
  }

  static Optional<Op.Loop> loop(Frame inner) {
    return outward(inner)
        .map(Frame::op)
        .filter(Op.Loop.class::isInstance)
        .map(Op.Loop.class::cast)
        .findFirst();
  }
}
