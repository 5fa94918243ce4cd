package dev.asynclint.javaparser.resolve;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds the parts of broken text by its brackets and semicolons. */
public final class Brackets {
  private final Lexer lexer;
  private final int length;
  private final Deque<Block> blocks = new ArrayDeque<>();
  private char first;
  private char second;
  private char third;

  private Brackets(String text) {
    this.length = text.length();
    this.lexer = new Lexer(text, 0, length);
    blocks.push(new Block(0, true));
  }

  /** A block that is open; the outermost is the file. */
  private static final class Block {
    final int start;

    /**
     * Whether no expression opens a block like this, so that a parenthesis is missing before it.
     */
    final boolean statement;

    /** Where the current statement or member starts. */
    int part;

    int parentheses;

    Block(int start, boolean statement) {
      this.start = start;
      this.statement = statement;
      this.part = start;
    }
  }

  /**
   * A part of a text.
   *
   * @param unclosed braces that the end of the text leaves open
   */
  public record Region(int start, int end, int unclosed) {}

  /**
   * The statement or member around a place; a block that belongs to it is part of it.
   *
   * @param fault offset inside the text
   * @param wider how many enclosing blocks to take in instead
   */
  public static Region around(CharSequence text, int fault, int wider) {
    Brackets brackets = new Brackets(text.toString());
    while (brackets.lexer.kind != Lexer.EOF && brackets.lexer.start < fault) {
      brackets.step();
    }
    return wider == 0 ? brackets.part() : brackets.enclosing(wider);
  }

  private Region part() {
    int depth = blocks.size();
    int start = blocks.peek().part;
    if (lexer.kind == '}' && depth == 1) {
      return new Region(lexer.start, lexer.start + 1, 0);
    }
    while (lexer.kind != Lexer.EOF) {
      if (lexer.kind == '}' && blocks.size() == depth) {
        return new Region(start, lexer.start, 0);
      }
      boolean ends = step();
      if (ends && blocks.size() == depth) {
        return new Region(start, lexer.previousEnd, 0);
      }
    }
    return new Region(start, length, depth - 1);
  }

  /** The content of a block around. */
  private Region enclosing(int wider) {
    int depth = blocks.size() - wider + 1;
    if (depth <= 1) {
      return new Region(0, length, 0);
    }
    int start = blocks.stream().skip(wider - 1L).findFirst().orElseThrow().start;
    while (lexer.kind != Lexer.EOF) {
      if (lexer.kind == '}' && blocks.size() == depth) {
        return new Region(start, lexer.start, 0);
      }
      step();
    }
    return new Region(start, length, depth - 1);
  }

  /** Passes one token and tells whether a statement or member can end with it. */
  private boolean step() {
    char kind = lexer.kind;
    lexer.next();
    int end = lexer.previousEnd;
    Block block = blocks.peek();
    boolean ends = pass(kind, end, block);
    third = second;
    second = first;
    first = kind;
    return ends;
  }

  /** Behind an arrow, in an array or an annotation. */
  private boolean inExpression() {
    return first == '>'
        || first == ']'
        || first == ','
        || first == '{'
        || first == '=' && second == Lexer.WORD
        || first == '(' && (third == '@' || third == '.');
  }

  private boolean pass(char kind, int end, Block block) {
    switch (kind) {
      case '{' -> blocks.push(new Block(end, !inExpression()));
      case '(' -> block.parentheses++;
      case ')' -> block.parentheses--;
      case ';' -> {
        if (block.parentheses <= 0) {
          block.part = end;
          block.parentheses = 0;
          return true;
        }
      }
      case '}' -> {
        if (blocks.size() > 1 && blocks.pop().statement) {
          blocks.peek().parentheses = 0;
        }
        if (blocks.peek().parentheses <= 0) {
          blocks.peek().part = end;
          return true;
        }
      }
      default -> {
        return false;
      }
    }
    return false;
  }
}
