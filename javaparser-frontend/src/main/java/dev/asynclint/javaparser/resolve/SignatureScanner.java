package dev.asynclint.javaparser.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the declarations of a source file without parsing its bodies: an order of magnitude faster
 * than a parse, so that every file can be known before the first is lowered, and no syntax tree has
 * to be kept. Broken text gives what could be told.
 */
public final class SignatureScanner {
  private final Lexer lexer;

  private SignatureScanner(String text, int from, int to) {
    lexer = new Lexer(text, from, to);
  }

  /**
   * Reads a whole file.
   *
   * @param implicitName name of the class that a compact source file declares
   */
  public static RawFile file(String text, String implicitName) {
    return new SignatureScanner(text, 0, text.length()).file(implicitName);
  }

  /**
   * Reads one type declaration, modifiers included; null when there is none.
   *
   * @param imports of the file, which tell what annotations mean
   */
  public static RawType type(String text, int from, int to, Imports imports) {
    DeclarationReader reader = new SignatureScanner(text, from, to).declarations(imports);
    TypeBody holder = new TypeBody("", 0);
    reader.member(holder);
    return holder.members.isEmpty() ? null : holder.members.get(0);
  }

  /** The same for the members of a class body that starts with its brace. */
  public static RawType body(String text, int from, int to, Imports imports) {
    DeclarationReader reader = new SignatureScanner(text, from, to).declarations(imports);
    TypeBody body = new TypeBody("", 0);
    reader.members(body);
    return body.toRawType();
  }

  private DeclarationReader declarations(Imports imports) {
    return new DeclarationReader(lexer, new Marks.Reader(imports.single(), imports.onDemand()));
  }

  private RawFile file(String implicitName) {
    int start = lexer.start;
    new TypeReader(lexer).skipAnnotations();
    if (!lexer.is("package")) {
      lexer.reset(start);
    }
    String packageName = lexer.take("package") ? qualified() : "";
    lexer.take(';');
    Map<String, String> single = new HashMap<>();
    List<String> onDemand = new ArrayList<>();
    Map<String, List<String>> staticSingle = new HashMap<>();
    List<String> staticOnDemand = new ArrayList<>();
    List<String> modules = new ArrayList<>();
    while (lexer.is("import") || lexer.kind == ';') {
      if (lexer.take(';')) {
        continue;
      }
      lexer.next();
      boolean isStatic = lexer.take("static");
      if (lexer.is("module") && moduleImport(modules)) {
        continue;
      }
      String name = qualified();
      if (lexer.take('*')) {
        (isStatic ? staticOnDemand : onDemand).add(name.substring(0, name.length() - 1));
      } else if (isStatic) {
        int dot = name.lastIndexOf('.');
        staticSingle
            .computeIfAbsent(name.substring(dot + 1), key -> new ArrayList<>())
            .add(name.substring(0, Math.max(dot, 0)));
      } else {
        single.put(name.substring(name.lastIndexOf('.') + 1), name.intern());
      }
      lexer.take(';');
    }
    DeclarationReader declarations =
        new DeclarationReader(lexer, new Marks.Reader(single, onDemand));
    TypeBody top = new TypeBody(implicitName, 0);
    while (lexer.kind != Lexer.EOF) {
      int before = lexer.start;
      declarations.member(top);
      if (lexer.start == before) {
        lexer.next();
      }
    }
    List<RawType> types = new ArrayList<>();
    if (top.isImplicitClass()) {
      modules.add("java.base");
      types.add(top.toRawType());
    } else {
      types.addAll(top.members);
    }
    Imports imports =
        new Imports(packageName, single, onDemand, staticSingle, staticOnDemand, modules);
    return new RawFile(imports, types);
  }

  private boolean moduleImport(List<String> modules) {
    int here = lexer.start;
    lexer.next();
    if (lexer.kind != Lexer.WORD) {
      lexer.reset(here);
      return false;
    }
    modules.add(qualified());
    lexer.take(';');
    return true;
  }

  /** Reads {@code a.b.c}; a dot before {@code *} stays at the end. */
  private String qualified() {
    StringBuilder name = new StringBuilder();
    while (lexer.kind == Lexer.WORD) {
      name.append(lexer.word());
      lexer.next();
      if (lexer.kind != '.') {
        break;
      }
      name.append('.');
      lexer.next();
    }
    return name.toString();
  }
}
