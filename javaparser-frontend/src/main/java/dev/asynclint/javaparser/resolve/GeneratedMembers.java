package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members that Lombok adds to a type, told from its annotations: signatures in the terms of the
 * source, without bodies. What depends on configuration outside the source is left out.
 */
final class GeneratedMembers {
  /** The logger each annotation declares. */
  private static final Map<String, String> LOGGERS =
      Map.of(
          "lombok.extern.apachecommons.CommonsLog", "org.apache.commons.logging.Log",
          "lombok.extern.flogger.Flogger", "com.google.common.flogger.FluentLogger",
          "lombok.extern.java.Log", "java.util.logging.Logger",
          "lombok.extern.jbosslog.JBossLog", "org.jboss.logging.Logger",
          "lombok.extern.log4j.Log4j", "org.apache.log4j.Logger",
          "lombok.extern.log4j.Log4j2", "org.apache.logging.log4j.Logger",
          "lombok.extern.slf4j.Slf4j", "org.slf4j.Logger",
          "lombok.extern.slf4j.XSlf4j", "org.slf4j.ext.XLogger");

  /** Annotations that say more than one thing. */
  private static final Map<String, List<String>> IMPLYING =
      Map.of("Getter", List.of("Data", "Value"), "Setter", List.of("Data"));

  private static final List<String> CONSTRUCTORS =
      List.of("NoArgsConstructor", "RequiredArgsConstructor", "AllArgsConstructor");

  /** What may be imported on demand. */
  static final Set<String> KNOWN = known();

  private static final TypeSig VOID = TypeSig.named("void");
  private static final String INIT = "<init>";

  private final TypeBody body;
  private final List<FieldInfo> fields;
  private final TypeSig self;

  private GeneratedMembers(TypeBody body) {
    this.body = body;
    this.fields =
        body.is(Flags.RECORD)
            ? body.components
            : body.fields.stream().filter(f -> !isStatic(f) && !f.name().startsWith("$")).toList();
    this.self = of(body.name, body.typeParams);
  }

  private static Set<String> known() {
    List<String> names = new ArrayList<>(LOGGERS.keySet());
    for (String name : List.of("Accessors", "FieldDefaults", "NonFinal", "SuperBuilder")) {
      names.add("lombok.experimental." + name);
    }
    for (String name : List.of("StandardException", "UtilityClass", "Wither")) {
      names.add("lombok.experimental." + name);
    }
    for (String name : List.of("Builder", "Builder.Default", "NonNull", "Singular", "With")) {
      names.add("lombok." + name);
    }
    CONSTRUCTORS.forEach(name -> names.add("lombok." + name));
    IMPLYING.forEach(
        (name, by) -> {
          names.add("lombok." + name);
          by.forEach(implying -> names.add("lombok." + implying));
        });
    return Set.copyOf(names);
  }

  /** Adds to a type whose declaration is read what its annotations generate. */
  static void addTo(TypeBody body) {
    if (body.marks != Marks.NONE
        || body.fieldMarks.values().stream().anyMatch(m -> m != Marks.NONE)
        || !body.factories.isEmpty()) {
      new GeneratedMembers(body).add();
    }
  }

  private void add() {
    LOGGERS.forEach(
        (annotation, type) -> {
          if (body.marks.has(annotation.substring(annotation.lastIndexOf('.') + 1))) {
            int flags = Flags.PRIVATE | Flags.STATIC | Flags.FINAL;
            body.fields.add(new FieldInfo("log", flags, TypeSig.named(type)));
          }
        });
    if (!body.is(Flags.RECORD)) {
      List.copyOf(body.fields).forEach(this::addAccessors);
    }
    for (FieldInfo field : fields) {
      if ((wants(field, "With") || wants(field, "Wither")) && isSettable(field)) {
        method(accessor(field, "with", "with"), level(field, "With"), List.of(field.type()), self);
      }
    }
    if (!body.is(Flags.RECORD)) {
      addConstructors();
    }
    new GeneratedBuilders(body, self).add(fields.stream().filter(this::isSettable).toList());
    if (body.marks.has("UtilityClass")) {
      body.fields.replaceAll(f -> new FieldInfo(f.name(), f.flags() | Flags.STATIC, f.type()));
      body.methods.replaceAll(GeneratedMembers::withoutReceiver);
    }
  }

  private static MethodInfo withoutReceiver(MethodInfo m) {
    return m.name().equals(INIT)
        ? m
        : new MethodInfo(
            m.name(), m.flags() | Flags.STATIC, m.typeParams(), m.params(), m.returns());
  }

  private void addAccessors(FieldInfo field) {
    Marks own = marks(field);
    if (style(own, "prefix").says("Accessors", "prefix")) {
      return;
    }
    boolean fluent = style(own, "fluent").isTrue("Accessors", "fluent");
    boolean chain = style(own, "chain").isTrue("Accessors", "chain");
    chain |= fluent && !style(own, "chain").says("Accessors", "chain");
    if (wants(field, "Getter")) {
      String name = fluent ? field.name() : accessor(field, "get", "is");
      method(name, field.flags() & Flags.STATIC | level(field, "Getter"), List.of(), field.type());
    }
    if (wants(field, "Setter") && !isFinal(field)) {
      String name = fluent ? field.name() : accessor(field, "set", "set");
      TypeSig result = chain && !isStatic(field) ? self : VOID;
      int flags = field.flags() & Flags.STATIC | level(field, "Setter");
      method(name, flags, List.of(field.type()), result);
    }
  }

  /** What a field says of its accessors precedes, attribute by attribute, what its type says. */
  private Marks style(Marks own, String attribute) {
    return own.says("Accessors", attribute) ? own : body.marks;
  }

  /** A field called {@code isOpen} has the property {@code open} when it is a primitive. */
  private static String accessor(FieldInfo field, String prefix, String booleanPrefix) {
    boolean isBoolean = field.type().equals(TypeSig.named("boolean"));
    String name = field.name();
    if (isBoolean
        && name.startsWith("is")
        && name.length() > 2
        && !Character.isLowerCase(name.charAt(2))) {
      return booleanPrefix + name.substring(2);
    }
    return capitalised(isBoolean ? booleanPrefix : prefix, name);
  }

  /** The name behind a prefix, as it is when there is none. */
  static String capitalised(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + Character.toTitleCase(name.charAt(0)) + name.substring(1);
  }

  private Marks marks(FieldInfo field) {
    return body.fieldMarks.getOrDefault(field.name(), Marks.NONE);
  }

  /** Whether an annotation of the field, else of its type, asks for a member. */
  private boolean wants(FieldInfo field, String annotation) {
    Marks own = marks(field);
    if (own.has(annotation)) {
      return !own.says(annotation, "NONE");
    }
    if (isStatic(field) || field.name().startsWith("$")) {
      return false;
    }
    return body.marks.has(annotation)
        ? !body.marks.says(annotation, "NONE")
        : body.marks.hasAny(IMPLYING.getOrDefault(annotation, List.of()));
  }

  private int level(FieldInfo field, String annotation) {
    Marks own = marks(field).has(annotation) ? marks(field) : body.marks;
    return own.says(annotation, "PRIVATE") ? Flags.PRIVATE : 0;
  }

  private static boolean isStatic(FieldInfo field) {
    return (field.flags() & Flags.STATIC) != 0;
  }

  private boolean isFinal(FieldInfo field) {
    boolean byDefault = body.marks.has("Value") || body.marks.isTrue("FieldDefaults", "makeFinal");
    return (field.flags() & Flags.FINAL) != 0 || byDefault && !marks(field).has("NonFinal");
  }

  private boolean isInitialised(FieldInfo field) {
    return body.initialised.contains(field.name());
  }

  /** Whether a constructor can give the field its value. */
  private boolean isSettable(FieldInfo field) {
    return !isFinal(field) || !isInitialised(field) || marks(field).has("Builder.Default");
  }

  private boolean isRequired(FieldInfo field) {
    return !isInitialised(field) && (isFinal(field) || marks(field).has("NonNull"));
  }

  private void addConstructors() {
    Marks marks = body.marks;
    boolean explicit = body.methods.stream().anyMatch(method -> method.name().equals(INIT));
    List<TypeSig> all = types(fields.stream().filter(this::isSettable).toList());
    List<TypeSig> required = types(fields.stream().filter(this::isRequired).toList());
    List<List<TypeSig>> params = List.of(List.of(), required, all);
    for (int i = 0; i < CONSTRUCTORS.size(); i++) {
      String name = CONSTRUCTORS.get(i);
      if (marks.has(name)) {
        constructor(params.get(i), marks.text(name, "staticName", ""));
      }
    }
    if (marks.has("StandardException")) {
      TypeSig message = TypeSig.named("java.lang.String");
      TypeSig cause = TypeSig.named("java.lang.Throwable");
      List.of(List.<TypeSig>of(), List.of(message), List.of(cause), List.of(message, cause))
          .forEach(causes -> constructor(causes, ""));
    }
    if (explicit || marks.hasAny(CONSTRUCTORS)) {
      return;
    }
    if (marks.has("Value") || marks.has("Builder")) {
      constructor(all, marks.text("Value", "staticConstructor", ""));
    } else if (marks.has("Data") && !marks.has("SuperBuilder")) {
      constructor(required, marks.text("Data", "staticConstructor", ""));
    }
  }

  private void constructor(List<TypeSig> params, String staticName) {
    int flags = staticName.isEmpty() ? 0 : Flags.PRIVATE;
    if (body.methods.stream().noneMatch(m -> m.name().equals(INIT) && m.params().equals(params))) {
      body.methods.add(new MethodInfo(INIT, flags, List.of(), params, VOID));
    }
    if (!staticName.isEmpty()) {
      body.methods.add(new MethodInfo(staticName, Flags.STATIC, body.typeParams, params, self));
    }
  }

  /** What is declared keeps Lombok from generating it, whatever the types of its parameters. */
  private void method(String name, int flags, List<TypeSig> params, TypeSig returns) {
    boolean declared =
        body.methods.stream()
            .anyMatch(m -> m.name().equalsIgnoreCase(name) && m.params().size() == params.size());
    if (!declared) {
      body.methods.add(new MethodInfo(name.intern(), flags, List.of(), params, returns));
    }
  }

  private static List<TypeSig> types(List<FieldInfo> fields) {
    return fields.stream().map(FieldInfo::type).toList();
  }

  /** A type with its own variables as arguments. */
  static TypeSig.Named of(String name, List<TypeParam> params) {
    List<TypeSig> args = new ArrayList<>();
    params.forEach(param -> args.add(TypeSig.named(param.name())));
    return new TypeSig.Named(name, args);
  }
}
