package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.Set;

/** Reads what follows the first name of a field declaration. */
record FieldReader(Lexer lexer, TypeReader types) {
  private static final Set<String> CONSTANT_TYPES =
      Set.of(
          "String",
          "java.lang.String",
          "int",
          "long",
          "boolean",
          "char",
          "short",
          "byte",
          "double",
          "float");

  /** Longer initialisers are not constants anyone reads; keeping them would cost memory. */
  private static final int LONGEST_CONSTANT = 120;

  void fields(TypeBody owner, int flags, Marks marks, TypeSig type, String first) {
    int own = owner.is(Flags.INTERFACE) ? flags | Flags.STATIC | Flags.FINAL : flags;
    String name = first;
    while (true) {
      TypeSig full = types.dimensions(type);
      owner.fields.add(new FieldInfo(name, own, full));
      if (marks != Marks.NONE) {
        owner.fieldMarks.put(name, marks);
      }
      if (lexer.take('=')) {
        owner.initialised.add(name);
        int from = lexer.start;
        skipInitialiser();
        int both = Flags.STATIC | Flags.FINAL;
        if ((own & both) == both
            && full instanceof TypeSig.Named named
            && CONSTANT_TYPES.contains(named.name())
            && lexer.previousEnd - from <= LONGEST_CONSTANT) {
          owner.constants.put(name, lexer.text(from, lexer.previousEnd));
        }
      }
      if (!lexer.take(',')) {
        lexer.take(';');
        return;
      }
      if (lexer.kind != Lexer.WORD) {
        return;
      }
      name = lexer.word().intern();
      lexer.next();
    }
  }

  /** Stops at the comma before the next declarator, or the semicolon. */
  private void skipInitialiser() {
    while (lexer.kind != Lexer.EOF && lexer.kind != ';' && lexer.kind != '}') {
      switch (lexer.kind) {
        case '(', '[', '{' -> lexer.skipBalanced();
        case '<' -> skipTypeArguments();
        case ',' -> {
          return;
        }
        default -> lexer.next();
      }
    }
  }

  /** Type arguments hold commas too; a comparison is passed as one token. */
  private void skipTypeArguments() {
    int here = lexer.start;
    lexer.next();
    while (lexer.kind != '>') {
      if (types.read() == null || !lexer.take(',') && lexer.kind != '>') {
        lexer.reset(here);
        break;
      }
    }
    lexer.next();
  }
}
