package dev.asynclint.javaparser.resolve;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type while its declaration is being read. */
final class TypeBody {
  final String name;
  final int flags;
  List<TypeParam> typeParams = List.of();
  TypeSig superclass = TypeSig.UNKNOWN;
  final List<TypeSig> interfaces = new ArrayList<>();
  final List<FieldInfo> components = new ArrayList<>();

  /** Whether the last component takes any number of arguments. */
  boolean variableComponents;

  final List<MethodInfo> methods = new ArrayList<>();
  final List<FieldInfo> fields = new ArrayList<>();
  final Map<String, String> constants = new HashMap<>();
  final List<RawType> members = new ArrayList<>();
  Marks marks = Marks.NONE;
  final Map<String, Marks> fieldMarks = new HashMap<>();
  final Set<String> initialised = new HashSet<>();
  final List<GeneratedBuilders.Factory> factories = new ArrayList<>();

  TypeBody(String name, int flags) {
    this.name = name;
    this.flags = flags;
  }

  boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether members were declared that only a class can hold. */
  boolean isImplicitClass() {
    return !methods.isEmpty() || !fields.isEmpty();
  }

  /** The type, with the members that the language and annotations add. */
  RawType toRawType() {
    GeneratedMembers.addTo(this);
    List<MethodInfo> all = new ArrayList<>(methods);
    if (is(Flags.RECORD)) {
      addRecordMembers(all);
    } else if (is(Flags.ENUM)) {
      addEnumMembers(all);
    }
    if (is(Flags.ANNOTATION)) {
      interfaces.add(TypeSig.named("java.lang.annotation.Annotation"));
    }
    boolean constructed = all.stream().anyMatch(method -> method.name().equals("<init>"));
    if (!is(Flags.INTERFACE) && !constructed) {
      all.add(new MethodInfo("<init>", 0, List.of(), List.of(), TypeSig.named("void")));
    }
    List<FieldInfo> allFields = new ArrayList<>(components);
    allFields.addAll(fields);
    List<String> memberNames = members.stream().map(member -> member.info().name()).toList();
    ClassInfo info =
        new ClassInfo(
            name.intern(),
            flags,
            typeParams,
            superclass(),
            interfaces,
            all,
            allFields,
            memberNames);
    return new RawType(info, constants, members);
  }

  private TypeSig superclass() {
    if (is(Flags.INTERFACE) || superclass != TypeSig.UNKNOWN) {
      return superclass;
    }
    if (is(Flags.ENUM)) {
      return new TypeSig.Named("java.lang.Enum", List.of(TypeSig.named(name)));
    }
    return TypeSig.named(is(Flags.RECORD) ? "java.lang.Record" : "java.lang.Object");
  }

  private void addRecordMembers(List<MethodInfo> all) {
    List<TypeSig> types = components.stream().map(FieldInfo::type).toList();
    if (all.stream().noneMatch(m -> m.name().equals("<init>") && m.params().equals(types))) {
      int own = variableComponents ? Flags.VARARGS : 0;
      all.add(new MethodInfo("<init>", own, List.of(), types, TypeSig.named("void")));
    }
    for (FieldInfo component : components) {
      boolean declared =
          methods.stream().anyMatch(m -> m.name().equals(component.name()) && m.params().isEmpty());
      if (!declared) {
        all.add(new MethodInfo(component.name(), 0, List.of(), List.of(), component.type()));
      }
    }
  }

  private void addEnumMembers(List<MethodInfo> all) {
    TypeSig self = TypeSig.named(name);
    all.add(new MethodInfo("values", Flags.STATIC, List.of(), List.of(), new TypeSig.Array(self)));
    List<TypeSig> param = List.of(TypeSig.named("java.lang.String"));
    all.add(new MethodInfo("valueOf", Flags.STATIC, List.of(), param, self));
  }
}
