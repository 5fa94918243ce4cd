package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads types from tokens; the names in them are as written. */
final class TypeReader {
  private static final Map<String, TypeSig> SHARED = new ConcurrentHashMap<>();

  private final Lexer lexer;

  TypeReader(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Reads a type, or gives null and an unspecified position when there is none. */
  TypeSig read() {
    skipAnnotations();
    if (lexer.kind == '?') {
      lexer.next();
      boolean isSuper = lexer.is("super");
      if (!isSuper && !lexer.is("extends")) {
        return new TypeSig.Wildcard(plain("java.lang.Object"), false);
      }
      lexer.next();
      TypeSig bound = read();
      return bound == null ? null : new TypeSig.Wildcard(bound, isSuper);
    }
    if (lexer.kind != Lexer.WORD) {
      return null;
    }
    String name = lexer.word();
    lexer.next();
    List<TypeSig> args = arguments();
    while (args != null && lexer.kind == '.') {
      int dot = lexer.start;
      lexer.next();
      skipAnnotations();
      if (lexer.kind != Lexer.WORD) {
        lexer.reset(dot);
        break;
      }
      name = name + "." + lexer.word();
      lexer.next();
      args = arguments();
    }
    if (args == null) {
      return null;
    }
    return dimensions(args.isEmpty() ? plain(name) : new TypeSig.Named(name.intern(), args));
  }

  /** Reads {@code []} pairs behind a type or a declared name. */
  TypeSig dimensions(TypeSig element) {
    TypeSig type = element;
    while (true) {
      int here = lexer.start;
      skipAnnotations();
      if (lexer.kind != '[') {
        if (lexer.start != here) {
          lexer.reset(here);
        }
        return type;
      }
      lexer.next();
      if (!lexer.take(']')) {
        lexer.reset(here);
        return type;
      }
      type = new TypeSig.Array(type);
    }
  }

  /** Reads {@code <T extends A & B, U>} when it stands here. */
  List<TypeParam> parameters() {
    List<TypeParam> params = new ArrayList<>();
    if (!lexer.take('<')) {
      return params;
    }
    while (lexer.kind != Lexer.EOF && lexer.kind != '>') {
      skipAnnotations();
      if (lexer.kind != Lexer.WORD) {
        lexer.next();
        continue;
      }
      String name = lexer.word().intern();
      lexer.next();
      TypeSig bound = null;
      if (lexer.take("extends")) {
        bound = read();
        while (lexer.take('&')) {
          read();
        }
      }
      params.add(new TypeParam(name, bound == null ? plain("java.lang.Object") : bound));
      lexer.take(',');
    }
    lexer.take('>');
    return params;
  }

  /** Skips annotations that stand here; {@code @interface} is none. */
  void skipAnnotations() {
    while (lexer.kind == '@') {
      int at = lexer.start;
      lexer.next();
      if (lexer.kind != Lexer.WORD || lexer.is("interface")) {
        lexer.reset(at);
        return;
      }
      lexer.next();
      while (lexer.kind == '.') {
        int dot = lexer.start;
        lexer.next();
        if (!lexer.take(Lexer.WORD)) {
          lexer.reset(dot);
          break;
        }
      }
      if (lexer.kind == '(') {
        lexer.skipBalanced();
      }
    }
  }

  /** Type arguments: empty when there are none, null when what looks like some is not. */
  private List<TypeSig> arguments() {
    if (lexer.kind != '<') {
      return List.of();
    }
    lexer.next();
    List<TypeSig> args = new ArrayList<>();
    while (lexer.kind != '>') {
      TypeSig arg = read();
      if (arg == null) {
        return null;
      }
      args.add(arg);
      if (!lexer.take(',') && lexer.kind != '>') {
        return null;
      }
    }
    lexer.next();
    return args;
  }

  private static TypeSig plain(String name) {
    return SHARED.computeIfAbsent(name.intern(), TypeSig::named);
  }
}
