package dev.asynclint.core.knowledge;

import dev.asynclint.core.ir.Types;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that is known of libraries. Immutable; safe for use by several threads. */
public interface Knowledge {

  /**
   * The member a call means: the most specific line along the lineage of the receiver type, exact
   * arity before any.
   *
   * @param types supertypes of library and program types
   * @param receiver erased static type of the receiver
   * @param name simple name; {@code <init>} for constructors, which are not inherited
   * @param arity arguments at the call site
   */
  Optional<Member> member(Types types, String receiver, String name, int arity);

  /** Tags of a type and of all its supertypes. */
  Set<String> tags(Types types, String type);

  /** Every type whose own lines carry a tag, supertypes left aside, in a stable order. */
  Stream<String> tagged(String tag);

  /** Whether any framework calls methods of a name. */
  boolean isHook(String name);

  /** Where the framework runs an override, if the method overrides a hook. */
  Optional<Hook> hook(Types types, String owner, String name, int arity);

  /** What an annotation says, by canonical name. */
  Optional<AnnotationModel> annotation(String type);

  /** First words of names, in lower case, of methods that belong to a phase of a life. */
  Set<String> words(Phase phase);

  /** The dialect of the file that opens a type, if any. */
  Optional<String> dialect(String type);

  /** Every member, in a stable order; for validation and documentation. */
  Stream<Member> members();

  /** Every hook, in a stable order; for validation and documentation. */
  Stream<Hook> hooks();

  /** Every type that is opened, in a stable order; for validation and documentation. */
  Stream<String> types();

  /**
   * A framework method that the framework calls.
   *
   * @param arity may be {@link Member#ANY}
   * @param once whether it is called a few times in the life of its object, not for every request,
   *     message or signal
   */
  record Hook(
      String owner, String name, int arity, Context context, boolean once, String dialect) {}

  /** What a method is there for, as its name says. */
  enum Phase {
    /** Brings something into being; happens once, and others have to wait for it. */
    START,
    /** Brings something to its end. */
    END,
    /** Gives up something taken; nobody can act on its failure. */
    RELEASE
  }

  /**
   * What an annotation says about a method.
   *
   * @param proxied whether it works only for calls from outside, through an object that stands in
   *     for the annotated one
   * @param woven the value of an element with which methods are changed instead, so that calls from
   *     inside count as well; empty when there is none
   */
  record AnnotationModel(
      String type,
      Meaning meaning,
      Context context,
      boolean proxied,
      String woven,
      String dialect) {
    /** One that works whoever calls. */
    public AnnotationModel(String type, Meaning meaning, Context context, String dialect) {
      this(type, meaning, context, false, "", dialect);
    }

    /** Whether it says something of the threads of a method. */
    public boolean holdsFor(boolean returnsPublisher) {
      return meaning != Meaning.OTHER && (meaning != Meaning.HANDLES || returnsPublisher);
    }

    /** The kind of statement, from the weakest to the strongest. */
    public enum Meaning {
      /** Nothing about threads. */
      OTHER,
      /** Called on the context, whatever it returns. */
      HANDLES_ALL,
      /** Called on the context when it returns a publisher. */
      HANDLES,
      /** Runs on the context. */
      RUNS_ON,
      /** Blocks its caller. */
      BLOCKING,
      /** Must not block. */
      NON_BLOCKING;

      /** Whether it says who calls the method, which may be told to do so elsewhere. */
      public boolean isHandler() {
        return this == HANDLES_ALL || this == HANDLES;
      }
    }
  }
}
