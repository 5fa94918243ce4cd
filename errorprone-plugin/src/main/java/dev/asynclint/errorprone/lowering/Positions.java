package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.asynclint.core.ir.Origin;
import java.util.List;

/** Where trees stand in their file. */
final class Positions {
  private final SourcePositions positions;
  private final Words words;
  private final CompilationUnitTree file;
  private final Tokens tokens;
  private final int length;

  Positions(Attribution known, CompilationUnitTree file, String text) {
    this.positions = known.trees.getSourcePositions();
    this.words = known.words;
    this.file = file;
    this.tokens = new Tokens(text);
    this.length = text.length();
  }

  /** Where a tree starts; a block at its brace, whatever modifies it. */
  int start(Tree tree) {
    int start = clamp(positions.getStartPosition(file, tree));
    return tree instanceof BlockTree block && block.isStatic()
        ? Math.max(start, tokens.find("{", start, length))
        : start;
  }

  /** The end of a tree; its start where javac keeps no ends. */
  int end(Tree tree) {
    return end(tree, start(tree));
  }

  private int end(Tree tree, int start) {
    long end = positions.getEndPosition(file, tree);
    if (end < 0 && tree instanceof ClassTree type && !type.getMembers().isEmpty()) {
      // The class of a compact source file has no brace to end at.
      end = end(type.getMembers().get(type.getMembers().size() - 1));
    }
    return Math.max(start, clamp(end));
  }

  private int clamp(long offset) {
    return (int) Math.max(0, Math.min(length, offset));
  }

  /** The whole tree, anchored where it starts. */
  Origin of(Tree tree) {
    int start = start(tree);
    return new Origin(start, end(tree, start), start);
  }

  /** The whole tree, anchored at an offset. */
  Origin of(Tree tree, int anchor) {
    int start = start(tree);
    int end = end(tree, start);
    return new Origin(start, end, Math.max(start, Math.min(anchor, end)));
  }

  /** A variable from its name to the end of its initialiser. */
  Origin declarator(VariableTree v) {
    int start = name(v);
    int end = v.getInitializer() == null ? nameEnd(v) : end(v.getInitializer());
    return new Origin(start, Math.max(start, end), start);
  }

  private int nameEnd(VariableTree v) {
    return Math.min(length, name(v) + words.of(v.getName()).length());
  }

  /** Where the name of a variable stands. */
  int name(VariableTree v) {
    int at = clamp(Attribution.position(v));
    List<? extends AnnotationTree> annotations = v.getModifiers().getAnnotations();
    if (annotations.isEmpty() || tokens.stands(words.of(v.getName()), at)) {
      return at;
    }
    // An enum constant is placed at its first annotation.
    int from = end(annotations.get(annotations.size() - 1));
    String name = words.of(v.getName());
    int found = name.isEmpty() ? -1 : tokens.find(name, from, end(v));
    return found < 0 ? at : found;
  }

  /** Whether a word stands before the name of a class, among its modifiers. */
  boolean isWritten(String modifier, ClassTree c) {
    return tokens.find(modifier, start(c), name(c)) >= 0;
  }

  /** Where the name of a method stands. */
  int name(MethodTree m) {
    return clamp(Attribution.position(m));
  }

  /** Where the name of a class stands; where the class starts when it has none. */
  int name(ClassTree c) {
    int from = Math.max(start(c), end(c.getModifiers()));
    String name = words.of(c.getSimpleName());
    int found = name.isEmpty() ? -1 : tokens.find(name, from, end(c));
    return found < 0 ? start(c) : found;
  }

  /** Where the last name of a dotted name or of a type stands. */
  int name(Tree tree) {
    if (tree instanceof MemberSelectTree select) {
      String name = words.of(select.getIdentifier());
      int at = end(select) - name.length();
      if (tokens.stands(name, at)) {
        return at;
      }
      int found = tokens.find(name, end(select.getExpression()), length);
      return found < 0 ? start(select) : found;
    }
    if (tree instanceof ParameterizedTypeTree type) {
      return name(type.getType());
    }
    if (tree instanceof AnnotatedTypeTree type) {
      return name(type.getUnderlyingType());
    }
    return tree instanceof ArrayTypeTree type ? name(type.getType()) : start(tree);
  }

  /** Offset of the arrow of a lambda. */
  int arrow(LambdaExpressionTree e) {
    List<? extends VariableTree> params = e.getParameters();
    int from = params.isEmpty() ? start(e) : nameEnd(params.get(params.size() - 1));
    int found = tokens.find("->", from, start(e.getBody()));
    return found < 0 ? start(e) : found;
  }

  /** Offset of the double colon of a method reference. */
  int colons(MemberReferenceTree e) {
    int found = tokens.find("::", end(e.getQualifierExpression()), end(e));
    return found < 0 ? start(e) : found;
  }

  /** Where the body of an anonymous class or enum constant starts: at its brace. */
  int bodyStart(NewClassTree e) {
    int from =
        e.getArguments().isEmpty()
            ? end(e.getIdentifier())
            : end(e.getArguments().get(e.getArguments().size() - 1));
    int found = tokens.find("{", from, end(e));
    return found < 0 ? end(e) : found;
  }

  /** The offset after the semicolon that follows a tree. */
  int semicolon(Tree tree) {
    int found = tokens.find(";", end(tree), length);
    return found < 0 ? end(tree) : found + 1;
  }

  /** Whether an import is one of a module. */
  boolean isModule(ImportTree one) {
    return tokens.find("module", start(one), start(one.getQualifiedIdentifier())) >= 0;
  }

  /** Whether a variable stands in the text: generated ones do not. */
  boolean isWritten(VariableTree v) {
    return tokens.stands(words.of(v.getName()), name(v));
  }

  /** Whether a method or constructor stands in the text: generated ones do not. */
  boolean isWritten(MethodTree m, String simpleName) {
    String name = words.of(m.getName());
    return tokens.stands(name.equals("<init>") ? simpleName : name, name(m));
  }

  /** Whether a class stands in the text: generated ones do not. */
  boolean isWritten(ClassTree c) {
    return tokens.stands(words.of(c.getSimpleName()), name(c));
  }

  /** Whether a constructor states parameters: a compact one does not. */
  boolean hasParameterList(MethodTree m, String simpleName) {
    int from = name(m) + simpleName.length();
    int open = tokens.find("(", from, end(m));
    int brace = tokens.find("{", from, end(m));
    return open >= 0 && (brace < 0 || open < brace);
  }

  /** Whether a statement was put into a body by javac: those stand at its brace. */
  boolean isGenerated(Tree statement) {
    return tokens.at(start(statement)) == '{';
  }
}
