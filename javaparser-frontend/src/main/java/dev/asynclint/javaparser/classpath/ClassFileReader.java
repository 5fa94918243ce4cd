package dev.asynclint.javaparser.classpath;

import dev.asynclint.javaparser.classpath.ClassFile.Access;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the signatures of one class file. */
final class ClassFileReader extends ClassVisitor {
  private static final String CONSTRUCTOR = "<init>";

  /** A member as the file states it; read only when the names of nested types are known. */
  private record Raw(int access, String name, String descriptor, String signature) {}

  private final Access least;
  private final Map<String, String> nested = new HashMap<>();
  private final List<String> memberTypes = new ArrayList<>();
  private final List<Raw> fields = new ArrayList<>();
  private final List<Raw> methods = new ArrayList<>();
  private String self;
  private int access;
  private String signature;
  private String superName;
  private String[] interfaces;
  private boolean topLevel = true;
  private boolean hidden;

  private ClassFileReader(Access least) {
    super(Opcodes.ASM9);
    this.least = least;
  }

  static ClassFile read(byte[] bytes, Access least) throws IOException {
    try {
      ClassFileReader reader = new ClassFileReader(least);
      new ClassReader(bytes)
          .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return reader.finish();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      // The class-file library states no exceptions of its own for damaged input.
      throw new IOException("not a class file that can be read", e);
    }
  }

  @Override
  public void visit(
      int version,
      int flags,
      String name,
      String generics,
      String superclass,
      String[] implemented) {
    self = name;
    access = flags;
    signature = generics;
    superName = superclass;
    interfaces = implemented;
  }

  @Override
  public void visitOuterClass(String owner, String name, String descriptor) {
    hidden = true; // a local or anonymous class
  }

  @Override
  public void visitInnerClass(String name, String outer, String simple, int flags) {
    if (outer == null || simple == null) {
      hidden |= name.equals(self);
      return;
    }
    nested.put(name, outer + '.' + simple);
    if (name.equals(self)) {
      topLevel = false;
      // The class's own flags cannot say static, private or protected.
      access = flags | (access & Opcodes.ACC_RECORD);
    } else if (outer.equals(self) && accessOf(flags) != Access.HIDDEN) {
      memberTypes.add(simple);
    }
  }

  @Override
  public FieldVisitor visitField(int flags, String name, String type, String generics, Object v) {
    if (isKept(flags)) {
      fields.add(new Raw(flags, name, type, generics));
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String name, String type, String generics, String[] exceptions) {
    if (isKept(flags) && !name.equals("<clinit>")) {
      methods.add(new Raw(flags, name, type, generics));
    }
    return null;
  }

  private boolean isKept(int flags) {
    return accessOf(flags).compareTo(least) <= 0 && accessOf(flags) != Access.HIDDEN;
  }

  private ClassFile finish() {
    List<TypeParam> typeParams = List.of();
    List<TypeSig> supers = new ArrayList<>();
    boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    if (signature != null) {
      Signatures parser = new Signatures(signature, this::canonical);
      typeParams = parser.typeParams();
      supers.addAll(parser.types());
    } else {
      supers.add(superName == null ? TypeSig.UNKNOWN : TypeSig.named(canonical(superName)));
      for (String one : interfaces) {
        supers.add(TypeSig.named(canonical(one)));
      }
    }
    ClassInfo info =
        new ClassInfo(
            canonical(self),
            flags(access, false),
            typeParams,
            isInterface ? TypeSig.UNKNOWN : supers.get(0),
            supers.subList(1, supers.size()),
            methods.stream().map(this::method).toList(),
            fields.stream().map(this::field).toList(),
            memberTypes);
    return new ClassFile(info, hidden ? Access.HIDDEN : accessOf(access), topLevel && !hidden);
  }

  private FieldInfo field(Raw raw) {
    String type = raw.signature == null ? raw.descriptor : raw.signature;
    return new FieldInfo(
        raw.name, flags(raw.access, false), new Signatures(type, this::canonical).type());
  }

  private MethodInfo method(Raw raw) {
    Signatures generic =
        new Signatures(raw.signature == null ? raw.descriptor : raw.signature, this::canonical);
    List<TypeParam> typeParams = generic.typeParams();
    List<TypeSig> params = generic.params();
    boolean isInnerConstructor =
        raw.name.equals(CONSTRUCTOR) && !topLevel && (access & Opcodes.ACC_STATIC) == 0;
    if (isInnerConstructor && raw.signature == null && !params.isEmpty()) {
      params.remove(0); // the enclosing instance, which generic signatures leave out
    }
    return new MethodInfo(raw.name, flags(raw.access, true), typeParams, params, generic.type());
  }

  /**
   * The InnerClasses attribute states every nested type the constant pool refers to; a type that
   * only a generic signature mentions may be missing, and is then taken apart at the dollar signs.
   */
  private String canonical(String internal) {
    String known = nested.get(internal);
    if (known != null) {
      int dot = known.lastIndexOf('.');
      return canonical(known.substring(0, dot)) + known.substring(dot);
    }
    int dollar = internal.equals(self) ? -1 : internal.indexOf('$', internal.indexOf('/') + 1);
    boolean splits =
        dollar > 0
            && dollar < internal.length() - 1
            && internal.charAt(dollar - 1) != '/'
            && Character.isJavaIdentifierStart(internal.charAt(dollar + 1));
    return (splits ? internal.replace('$', '.') : internal).replace('/', '.');
  }

  private static Access accessOf(int flags) {
    if ((flags & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0) {
      return Access.HIDDEN;
    } else if ((flags & Opcodes.ACC_PUBLIC) != 0) {
      return Access.PUBLIC;
    }
    return (flags & Opcodes.ACC_PROTECTED) != 0 ? Access.PROTECTED : Access.PACKAGE;
  }

  private static int flags(int access, boolean isMethod) {
    int flags = 0;
    flags |= bit(access, Opcodes.ACC_STATIC, Flags.STATIC);
    flags |= bit(access, Opcodes.ACC_ABSTRACT, Flags.ABSTRACT);
    flags |= bit(access, Opcodes.ACC_FINAL, Flags.FINAL);
    if (isMethod) {
      return flags | bit(access, Opcodes.ACC_VARARGS, Flags.VARARGS);
    }
    flags |= bit(access, Opcodes.ACC_INTERFACE, Flags.INTERFACE);
    flags |= bit(access, Opcodes.ACC_ENUM, Flags.ENUM);
    flags |= bit(access, Opcodes.ACC_RECORD, Flags.RECORD);
    return flags | bit(access, Opcodes.ACC_ANNOTATION, Flags.ANNOTATION);
  }

  private static int bit(int access, int mask, int flag) {
    return (access & mask) != 0 ? flag : 0;
  }
}
