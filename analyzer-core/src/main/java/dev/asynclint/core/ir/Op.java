package dev.asynclint.core.ir;

import java.util.List;

/**
 * One step of a body, in evaluation order: the operands of an operation are earlier operations of
 * the same or an enclosing block.
 */
public sealed interface Op {
  /** Where the step stands. */
  Origin origin();

  /**
   * A method call.
   *
   * @param receiver {@link Value.TypeName} for a static call, {@link Value.This} for an unqualified
   *     instance call or {@code super}
   * @param result number of this operation, unique within its callable
   * @param type erased static type of the result, with {@code void} for none
   */
  record Call(
      Origin origin, Target target, Value receiver, List<Value> args, int result, String type)
      implements Op {
    /** Copies the arguments. */
    public Call {
      args = List.copyOf(args);
    }
  }

  /**
   * A creation: a class, an anonymous class (whose type is then a {@link TypeDecl} of the unit) or
   * an array (type ends in {@code []}, arguments are the dimensions).
   *
   * @param target the constructor; {@link Target.Unknown} for arrays
   */
  record New(Origin origin, String type, Target target, List<Value> args, int result)
      implements Op {
    /** Copies the arguments. */
    public New {
      args = List.copyOf(args);
    }
  }

  /**
   * A closure becomes a value.
   *
   * @param callable id of the {@link Callable} that holds its body
   * @param type erased functional interface, or {@link Types#UNKNOWN}
   */
  record Make(Origin origin, String callable, String type) implements Op {}

  /** A field or element is read. Reads of locals and parameters are not recorded. */
  record Read(Origin origin, Value place) implements Op {}

  /** A local, field or element is written; a declaration with an initialiser is a write. */
  record Write(Origin origin, Value place, Value value) implements Op {}

  /** The callable returns; the value is {@link Value#UNKNOWN} for a plain return. */
  record Return(Origin origin, Value value) implements Op {}

  /** An exception is thrown. */
  record Throw(Origin origin, Value value) implements Op {}

  /** A sequence. */
  record Block(Origin origin, List<Op> ops) implements Op {
    /** A block that does nothing. */
    public static final Block EMPTY = new Block(Origin.NONE, List.of());

    /** Copies the steps. */
    public Block {
      ops = List.copyOf(ops);
    }
  }

  /**
   * A choice. For {@code if}, {@code ?:}, {@code &&} and {@code ||} there are two arms, taken when
   * the condition holds and when it does not; for a switch one arm a case and an unknown condition.
   * The steps that compute the condition stand before the branch.
   *
   * @param exhaustive whether one arm is always taken
   */
  record Branch(Origin origin, Value condition, List<Block> arms, boolean exhaustive)
      implements Op {
    /** Copies the arms. */
    public Branch {
      arms = List.copyOf(arms);
    }
  }

  /**
   * A loop. The steps that compute its condition stand at the start of the body, the update steps
   * at its end.
   *
   * @param subject for {@code FOR_EACH} the iterable, else the condition; true when there is none
   * @param bound for {@code FOR} with a counter the value the counter is compared with, else
   *     unknown
   * @param variable the for-each variable, as {@link Value.Local}, else unknown
   */
  record Loop(Origin origin, Kind kind, Value subject, Value bound, Value variable, Block body)
      implements Op {
    /** The form in the source. */
    public enum Kind {
      /** Counting {@code for}. */
      FOR,
      /** Enhanced {@code for}. */
      FOR_EACH,
      /** {@code while}. */
      WHILE,
      /** {@code do … while}. */
      DO
    }
  }

  /**
   * A try statement.
   *
   * @param resources steps that open the resources; each declared one ends in a {@link Write}
   * @param finallyBlock {@link Block#EMPTY} when absent
   */
  record Try(Origin origin, Block resources, Block body, List<Catch> catches, Block finallyBlock)
      implements Op {
    /** Copies the catches. */
    public Try {
      catches = List.copyOf(catches);
    }
  }

  /** One catch clause; {@code types} are erased names. */
  record Catch(Origin origin, List<String> types, String variable, Block body) {
    /** Copies the types. */
    public Catch {
      types = List.copyOf(types);
    }
  }

  /** A {@code synchronized} statement. Synchronized methods say so by their modifiers. */
  record Sync(Origin origin, Value lock, Block body) implements Op {}

  /**
   * Something not modelled; its parts are.
   *
   * @param what the construct, such as {@code break}, {@code continue}, {@code string-concat}
   */
  record Opaque(Origin origin, String what, List<Op> kids) implements Op {
    /** Copies the parts. */
    public Opaque {
      kids = List.copyOf(kids);
    }
  }
}
