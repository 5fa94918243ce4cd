package dev.asynclint.javaparser.oracle;

/**
 * A call or creation, as javac sees it.
 *
 * @param file as reported
 * @param anchor offset of the name token; for a method reference that of the double colon
 * @param construct how it is written
 * @param inLambda whether a lambda stands around it
 * @param owner erased canonical name of the declaring type
 * @param parameters erased types of the declared parameters, in parentheses
 * @param receiver erased static type of the receiver; the owner for static and unqualified calls;
 *     for a reference to an instance method by its type, that type
 */
record Site(
    String file,
    int anchor,
    Construct construct,
    boolean inLambda,
    String owner,
    String name,
    String parameters,
    String receiver) {

  /** How a call is written. */
  enum Construct {
    /** Without a receiver. */
    UNQUALIFIED,
    /** On a type. */
    STATIC,
    /** On a variable, field, literal, cast or creation. */
    PLAIN,
    /** On the result of a call. */
    CHAIN,
    /** A class is created. */
    CREATION,
    /** A method reference. */
    REFERENCE
  }

  /** Stands for every local and anonymous type, whose names are the front end's own. */
  static final String LOCAL = "(local)";
}
