package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads types and members from tokens, skipping bodies. */
final class DeclarationReader {
  private static final Set<String> PLAIN_MODIFIERS =
      Set.of("public", "protected", "native", "synchronized", "transient", "volatile", "strictfp");

  private static final int DEFAULT = 1 << 20;

  private final Lexer lexer;
  private final TypeReader types;
  private final Marks.Reader annotations;

  /** Annotations of the declaration whose modifiers were read last. */
  private Marks marks = Marks.NONE;

  DeclarationReader(Lexer lexer, Marks.Reader annotations) {
    this.lexer = lexer;
    this.types = new TypeReader(lexer);
    this.annotations = annotations;
  }

  /** Reads a body from its brace to the one that closes it. */
  void members(TypeBody owner) {
    lexer.take('{');
    while (lexer.kind != Lexer.EOF && !lexer.take('}')) {
      int before = lexer.start;
      member(owner);
      if (lexer.start == before) {
        lexer.next();
      }
    }
  }

  /** Reads one member; stays put when there is none. */
  void member(TypeBody owner) {
    int flags = modifiers();
    Marks own = marks;
    if (lexer.kind == '{') {
      lexer.skipBalanced();
    } else if (lexer.take("class")) {
      type(owner, own, flags);
    } else if (lexer.take("interface")) {
      type(owner, own, flags | Flags.INTERFACE | Flags.ABSTRACT | Flags.STATIC);
    } else if (lexer.take("enum")) {
      type(owner, own, flags | Flags.ENUM | Flags.STATIC);
    } else if (lexer.kind == '@') {
      lexer.next();
      lexer.take("interface");
      type(owner, own, flags | Flags.INTERFACE | Flags.ANNOTATION | Flags.ABSTRACT | Flags.STATIC);
    } else if (isRecord()) {
      lexer.next();
      type(owner, own, flags | Flags.RECORD | Flags.STATIC | Flags.FINAL);
    } else if (lexer.kind == Lexer.WORD || lexer.kind == '<') {
      methodOrField(owner, own, flags);
    }
  }

  private boolean isRecord() {
    if (!lexer.is("record")) {
      return false;
    }
    int here = lexer.start;
    lexer.next();
    boolean named = lexer.kind == Lexer.WORD;
    lexer.next();
    boolean record = named && (lexer.kind == '(' || lexer.kind == '<');
    lexer.reset(here);
    return record;
  }

  private int modifiers() {
    int from = lexer.start;
    int flags = flags();
    marks = from < lexer.start ? annotations.read(lexer.text(from, lexer.start)) : Marks.NONE;
    return flags;
  }

  private int flags() {
    int flags = 0;
    while (true) {
      types.skipAnnotations();
      if (lexer.kind != Lexer.WORD) {
        return flags;
      }
      int here = lexer.start;
      switch (lexer.word()) {
        case "static" -> flags |= Flags.STATIC;
        case "abstract" -> flags |= Flags.ABSTRACT;
        case "final" -> flags |= Flags.FINAL;
        case "private" -> flags |= Flags.PRIVATE;
        case "default" -> flags |= DEFAULT;
        case "sealed", "non" -> {
          boolean negated = lexer.is("non");
          lexer.next();
          if (negated && !(lexer.take('-') && lexer.is("sealed"))
              || !negated && lexer.kind != Lexer.WORD) {
            lexer.reset(here);
            return flags;
          }
          if (!negated) {
            continue;
          }
        }
        default -> {
          if (!PLAIN_MODIFIERS.contains(lexer.word())) {
            return flags;
          }
        }
      }
      lexer.next();
    }
  }

  private void type(TypeBody owner, Marks marks, int flags) {
    if (lexer.kind != Lexer.WORD) {
      return;
    }
    int own = owner.is(Flags.INTERFACE) ? flags | Flags.STATIC : flags;
    TypeBody body = new TypeBody(lexer.word(), own & ~DEFAULT);
    body.marks = marks;
    lexer.next();
    body.typeParams = types.parameters();
    if (lexer.kind == '(' && body.is(Flags.RECORD)) {
      lexer.next();
      int field = Flags.PRIVATE | Flags.FINAL;
      while (lexer.kind != Lexer.EOF && !lexer.take(')')) {
        Param param = param();
        body.components.add(new FieldInfo(param.name, field, param.type));
        body.variableComponents |= param.variable;
        body.fieldMarks.put(param.name, param.marks);
      }
    }
    while (lexer.kind != '{' && lexer.kind != Lexer.EOF) {
      boolean isExtends = lexer.is("extends") && !body.is(Flags.INTERFACE);
      boolean ignored = lexer.is("permits");
      lexer.next();
      do {
        TypeSig type = types.read();
        if (type != null && isExtends) {
          body.superclass = type;
        } else if (type != null && !ignored) {
          body.interfaces.add(type);
        }
      } while (lexer.take(','));
    }
    if (body.is(Flags.ENUM)) {
      enumConstants(body);
    }
    members(body);
    owner.members.add(body.toRawType());
  }

  private void enumConstants(TypeBody body) {
    lexer.take('{');
    int flags = Flags.STATIC | Flags.FINAL;
    while (lexer.kind != Lexer.EOF && lexer.kind != ';' && lexer.kind != '}') {
      types.skipAnnotations();
      if (lexer.kind == Lexer.WORD) {
        body.fields.add(new FieldInfo(lexer.word().intern(), flags, TypeSig.named(body.name)));
      }
      lexer.next();
      if (lexer.kind == '(') {
        lexer.skipBalanced();
      }
      if (lexer.kind == '{') {
        lexer.skipBalanced();
      }
      lexer.take(',');
    }
    lexer.take(';');
  }

  private void methodOrField(TypeBody owner, Marks marks, int flags) {
    List<TypeParam> typeParams = types.parameters();
    types.skipAnnotations();
    int here = lexer.start;
    if (lexer.is(owner.name)) {
      lexer.next();
      if (lexer.kind == '(') {
        method(owner, marks, "<init>", flags, typeParams, TypeSig.named("void"));
        return;
      }
      if (lexer.kind == '{' && owner.is(Flags.RECORD)) {
        lexer.skipBalanced();
        return;
      }
      lexer.reset(here);
    }
    TypeSig type = types.read();
    if (type == null || lexer.kind != Lexer.WORD) {
      return;
    }
    String name = lexer.word().intern();
    lexer.next();
    if (lexer.kind == '(') {
      method(owner, marks, name, flags, typeParams, type);
    } else {
      new FieldReader(lexer, types).fields(owner, flags & ~DEFAULT, marks, type, name);
    }
  }

  private void method(
      TypeBody owner,
      Marks marks,
      String name,
      int flags,
      List<TypeParam> typeParams,
      TypeSig type) {
    lexer.next();
    int own = flags;
    List<TypeSig> params = new ArrayList<>();
    List<GeneratedBuilders.Part> parts = new ArrayList<>();
    while (lexer.kind != Lexer.EOF && "{;}".indexOf(lexer.kind) < 0 && !lexer.take(')')) {
      Param param = param();
      if (!param.name.equals("this")) {
        params.add(param.type);
        parts.add(new GeneratedBuilders.Part(param.name, param.type, param.marks));
      }
      own |= param.variable ? Flags.VARARGS : 0;
    }
    TypeSig returns = types.dimensions(type);
    while (lexer.kind != '{' && lexer.kind != ';' && lexer.kind != '}' && lexer.kind != Lexer.EOF) {
      lexer.next();
    }
    if (lexer.kind == '{') {
      lexer.skipBalanced();
    } else {
      lexer.take(';');
      if (owner.is(Flags.INTERFACE) && (own & (DEFAULT | Flags.STATIC | Flags.PRIVATE)) == 0) {
        own |= Flags.ABSTRACT;
      }
    }
    MethodInfo method = new MethodInfo(name, own & ~DEFAULT, typeParams, params, returns);
    owner.methods.add(method);
    if (marks.has("Builder")) {
      owner.factories.add(new GeneratedBuilders.Factory(marks, method, parts));
    }
  }

  private record Param(String name, TypeSig type, boolean variable, Marks marks) {}

  private Param param() {
    modifiers();
    Marks own = marks;
    TypeSig type = types.read();
    types.skipAnnotations();
    boolean variable = false;
    while (lexer.take('.')) {
      variable = true;
    }
    String name = "";
    while (lexer.kind == Lexer.WORD) {
      name = lexer.word().intern();
      lexer.next();
      lexer.take('.');
    }
    TypeSig full = type == null ? TypeSig.UNKNOWN : types.dimensions(type);
    if (!lexer.take(',') && ")}{;".indexOf(lexer.kind) < 0) {
      lexer.next();
    }
    return new Param(name, variable ? new TypeSig.Array(full) : full, variable, own);
  }
}
