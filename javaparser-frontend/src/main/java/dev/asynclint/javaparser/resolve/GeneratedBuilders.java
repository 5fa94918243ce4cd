package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;

/** The builders that Lombok adds to a type, and the methods that give one. */
final class GeneratedBuilders {
  private static final TypeSig ANY = new TypeSig.Wildcard(TypeSig.named("java.lang.Object"), false);

  /** Variables of an inheritable builder: what it builds, and itself. No source names them. */
  private static final String BUILT = "$C";

  private static final String ITSELF = "$B";

  private final TypeBody body;
  private final TypeSig self;

  GeneratedBuilders(TypeBody body, TypeSig self) {
    this.body = body;
    this.self = self;
  }

  /** A constructor or static method whose parameters a builder collects. */
  record Factory(Marks marks, MethodInfo method, List<Part> params) {}

  /** What a builder collects. */
  record Part(String name, TypeSig type, Marks marks) {}

  void add(List<FieldInfo> fields) {
    List<Part> parts = new ArrayList<>();
    for (FieldInfo field : fields) {
      Marks marks = body.fieldMarks.getOrDefault(field.name(), Marks.NONE);
      parts.add(new Part(field.name(), field.type(), marks));
    }
    if (body.marks.has("Builder")) {
      plain(body.marks, body.typeParams, self, parts);
    }
    if (body.marks.has("SuperBuilder")) {
      inheritable(parts);
    }
    for (Factory factory : body.factories) {
      MethodInfo method = factory.method();
      if (method.name().equals("<init>")) {
        plain(factory.marks(), body.typeParams, self, factory.params());
      } else if (method.is(Flags.STATIC)) {
        plain(factory.marks(), method.typeParams(), method.returns(), factory.params());
      }
    }
  }

  private void plain(Marks marks, List<TypeParam> params, TypeSig built, List<Part> parts) {
    if (!(built instanceof TypeSig.Named named)) {
      return;
    }
    String simple = named.name().substring(named.name().lastIndexOf('.') + 1);
    String name = name("Builder", marks, simple);
    TypeSig.Named type = GeneratedMembers.of(name, params);
    List<MethodInfo> methods = setters("Builder", marks, parts, type);
    methods.add(instance(marks.text("Builder", "buildMethodName", "build"), List.of(), built));
    nested(name, Flags.STATIC, params, TypeSig.named("java.lang.Object"), methods);
    entries("Builder", marks, params, type);
  }

  /** A builder that the builders of subclasses extend. */
  private void inheritable(List<Part> parts) {
    Marks marks = body.marks;
    String name = name("SuperBuilder", marks, body.name);
    List<TypeSig> args = new ArrayList<>(((TypeSig.Named) self).args());
    List<TypeSig> wild = new ArrayList<>(args);
    wild.addAll(List.of(ANY, ANY));
    TypeSig built = TypeSig.named(BUILT);
    TypeSig itself = TypeSig.named(ITSELF);
    args.addAll(List.of(built, itself));
    List<TypeParam> params = new ArrayList<>(body.typeParams);
    params.add(new TypeParam(BUILT, self));
    params.add(new TypeParam(ITSELF, new TypeSig.Named(name, args)));
    List<MethodInfo> methods = setters("SuperBuilder", marks, parts, itself);
    int flags = Flags.ABSTRACT;
    String build = marks.text("SuperBuilder", "buildMethodName", "build");
    methods.add(new MethodInfo(build, flags, List.of(), List.of(), built));
    methods.add(new MethodInfo("self", flags, List.of(), List.of(), itself));
    TypeSig parent = TypeSig.named("java.lang.Object");
    if (body.superclass instanceof TypeSig.Named superclass) {
      String simple = superclass.name().substring(superclass.name().lastIndexOf('.') + 1);
      List<TypeSig> parentArgs = new ArrayList<>(superclass.args());
      parentArgs.addAll(List.of(built, itself));
      String builder = name("SuperBuilder", Marks.NONE, simple);
      parent = new TypeSig.Named(superclass.name() + "." + builder, parentArgs);
    }
    nested(name, Flags.STATIC | Flags.ABSTRACT, params, parent, methods);
    TypeSig.Named type = new TypeSig.Named(name, wild);
    body.methods.add(new MethodInfo("<init>", 0, List.of(), List.of(type), TypeSig.named("void")));
    if (!body.is(Flags.ABSTRACT)) {
      entries("SuperBuilder", marks, body.typeParams, type);
    }
  }

  private static String name(String annotation, Marks marks, String built) {
    return marks.text(
        annotation, "builderClassName", GeneratedMembers.capitalised(built, "Builder"));
  }

  private void entries(String annotation, Marks marks, List<TypeParam> params, TypeSig type) {
    String entry = marks.text(annotation, "builderMethodName", "builder");
    if (!entry.isEmpty() && isAbsent(body.methods, entry, 0)) {
      body.methods.add(new MethodInfo(entry, Flags.STATIC, params, List.of(), type));
    }
    if (marks.isTrue(annotation, "toBuilder") && isAbsent(body.methods, "toBuilder", 0)) {
      body.methods.add(instance("toBuilder", List.of(), type));
    }
  }

  private static MethodInfo instance(String name, List<TypeSig> params, TypeSig returns) {
    return new MethodInfo(name.intern(), 0, List.of(), params, returns);
  }

  private static List<MethodInfo> setters(
      String annotation, Marks marks, List<Part> parts, TypeSig result) {
    String prefix = marks.text(annotation, "setterPrefix", "");
    List<MethodInfo> methods = new ArrayList<>();
    for (Part part : parts) {
      String name = GeneratedMembers.capitalised(prefix, part.name());
      if (part.marks().has("Singular")) {
        collecting(part, prefix, result, methods);
      } else {
        methods.add(instance(name, List.of(part.type()), result));
      }
    }
    return methods;
  }

  /** A collection is given as a whole, by element, and taken back. */
  private static void collecting(
      Part part, String prefix, TypeSig result, List<MethodInfo> methods) {
    if (!(part.type() instanceof TypeSig.Named type) || type.args().isEmpty()) {
      return;
    }
    List<TypeSig> elements = new ArrayList<>();
    type.args().forEach(arg -> elements.add(arg instanceof TypeSig.Wildcard w ? w.bound() : arg));
    List<TypeSig> bounds = new ArrayList<>();
    elements.forEach(element -> bounds.add(new TypeSig.Wildcard(element, false)));
    boolean anyOrder = type.name().contains("Immutable");
    String single = anyOrder ? "java.lang.Iterable" : "java.util.Collection";
    String kind = bounds.size() == 2 ? "java.util.Map" : single;
    String many = GeneratedMembers.capitalised(prefix, part.name());
    methods.add(instance(many, List.of(new TypeSig.Named(kind, bounds)), result));
    methods.add(instance(GeneratedMembers.capitalised("clear", part.name()), List.of(), result));
    String plural = part.name();
    String guess = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    guess = plural.endsWith("ies") ? plural.substring(0, plural.length() - 3) + "y" : guess;
    String one = part.marks().text("Singular", "value", guess);
    if (!one.equals(plural)) {
      methods.add(instance(GeneratedMembers.capitalised(prefix, one), elements, result));
    }
  }

  /** Adds a member class, or what a declared one of that name lacks. */
  private void nested(
      String name, int flags, List<TypeParam> params, TypeSig parent, List<MethodInfo> methods) {
    for (int i = 0; i < body.members.size(); i++) {
      RawType declared = body.members.get(i);
      if (declared.info().name().equals(name)) {
        body.members.set(i, completed(declared, parent, methods));
        return;
      }
    }
    TypeBody builder = new TypeBody(name, flags);
    builder.typeParams = params;
    builder.superclass = parent;
    builder.methods.addAll(methods);
    body.members.add(builder.toRawType());
  }

  private static RawType completed(RawType declared, TypeSig parent, List<MethodInfo> methods) {
    ClassInfo info = declared.info();
    List<MethodInfo> all = new ArrayList<>(info.methods());
    for (MethodInfo method : methods) {
      if (isAbsent(info.methods(), method.name(), method.params().size())) {
        all.add(method);
      }
    }
    boolean stated = !info.superclass().equals(TypeSig.named("java.lang.Object"));
    ClassInfo complete =
        new ClassInfo(
            info.name(),
            info.flags(),
            info.typeParams(),
            stated ? info.superclass() : parent,
            info.interfaces(),
            all,
            info.fields(),
            info.memberTypes());
    return new RawType(complete, declared.constants(), declared.members());
  }

  private static boolean isAbsent(List<MethodInfo> methods, String name, int params) {
    return methods.stream()
        .noneMatch(method -> method.name().equals(name) && method.params().size() == params);
  }
}
