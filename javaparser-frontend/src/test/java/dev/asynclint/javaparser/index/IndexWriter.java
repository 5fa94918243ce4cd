package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes a signature index. The bytes depend on the content alone, not on the order of adding. */
final class IndexWriter {
  private final SortedMap<String, SortedMap<String, Entry>> packages = new TreeMap<>();
  private final SortedMap<String, List<String>> modules = new TreeMap<>();
  private final Numbering<String> strings = new Numbering<>();
  private final Numbering<TypeSig> signatures = new Numbering<>();

  private record Entry(ClassInfo info, boolean isPublic) {}

  /**
   * Adds a type.
   *
   * @param isPublic whether imports on demand bring it: top-level and public
   */
  void add(String packageName, ClassInfo info, boolean isPublic) {
    String name = info.name().substring(packageName.length() + 1);
    packages
        .computeIfAbsent(packageName, key -> new TreeMap<>())
        .put(name, new Entry(info, isPublic));
  }

  /** Adds a module with the packages its import brings. */
  void addModule(String name, Collection<String> exported) {
    modules.put(name, exported.stream().sorted().toList());
  }

  /** The whole file. */
  byte[] write() {
    count();
    List<byte[]> types = new ArrayList<>();
    List<byte[]> directories = new ArrayList<>();
    packages.forEach(
        (folder, entries) -> {
          Bytes row = new Bytes().number(strings.of(folder)).number(types.size());
          row.number(entries.size());
          entries.forEach(
              (name, entry) -> {
                row.number(strings.of(name) << 1 | (entry.isPublic ? 1 : 0));
                types.add(type(entry.info));
              });
          directories.add(row.toArray());
        });
    List<byte[]> moduleRows = new ArrayList<>();
    modules.forEach(
        (name, exported) -> {
          Bytes row = new Bytes().number(strings.of(name));
          moduleRows.add(row.list(exported, one -> row.number(strings.of(one))).toArray());
        });
    byte[] tables =
        new Bytes()
            .append(Bytes.table(strings.ordered().stream().map(Bytes::text).toList()))
            .append(Bytes.table(signatures.ordered().stream().map(this::signature).toList()))
            .append(Bytes.table(types))
            .append(Bytes.table(directories))
            .append(Bytes.table(moduleRows))
            .toArray();
    CRC32 sum = new CRC32();
    sum.update(tables);
    return new Bytes()
        .word(SignatureIndex.MAGIC)
        .word(SignatureIndex.VERSION)
        .word((int) sum.getValue())
        .append(tables)
        .toArray();
  }

  private void count() {
    packages.forEach(
        (folder, entries) -> {
          strings.use(folder);
          entries.forEach(
              (name, entry) -> {
                strings.use(name);
                count(entry.info);
              });
        });
    modules.forEach(
        (name, exported) -> {
          strings.use(name);
          exported.forEach(strings::use);
        });
    strings.close();
    signatures.close();
  }

  private void count(ClassInfo info) {
    countParams(info.typeParams());
    count(info.superclass());
    info.interfaces().forEach(this::count);
    for (MethodInfo method : info.methods()) {
      strings.use(method.name());
      countParams(method.typeParams());
      method.params().forEach(this::count);
      count(method.returns());
    }
    info.fields()
        .forEach(
            field -> {
              strings.use(field.name());
              count(field.type());
            });
    info.memberTypes().forEach(strings::use);
  }

  private void countParams(List<TypeParam> params) {
    params.forEach(
        param -> {
          strings.use(param.name());
          count(param.bound());
        });
  }

  private void count(TypeSig signature) {
    if (!signatures.use(signature)) {
      return;
    }
    if (signature instanceof TypeSig.Named named) {
      if (named.args().isEmpty()) {
        int split = split(named.name());
        strings.use(named.name().substring(0, Math.max(split, 0)));
        strings.use(named.name().substring(split + 1));
      } else {
        count(TypeSig.named(named.name()));
        named.args().forEach(this::count);
      }
    } else if (signature instanceof TypeSig.Var variable) {
      strings.use(variable.name());
    } else if (signature instanceof TypeSig.Array array) {
      count(array.element());
    } else if (signature instanceof TypeSig.Wildcard wildcard) {
      count(wildcard.bound());
    }
  }

  /** Where the package of a name probably ends; only the size of the index depends on it. */
  private static int split(String name) {
    int dot = -1;
    for (int next = name.indexOf('.'); next > 0; next = name.indexOf('.', next + 1)) {
      if (Character.isUpperCase(name.charAt(dot + 1))) {
        return dot;
      }
      dot = next;
    }
    return dot;
  }

  private byte[] type(ClassInfo info) {
    Bytes out = new Bytes().number(info.flags());
    typeParams(out, info.typeParams());
    out.number(signatures.of(info.superclass()));
    out.list(info.interfaces(), one -> out.number(signatures.of(one)));
    out.list(
        info.methods(),
        method -> {
          out.number(strings.of(method.name())).number(method.flags());
          typeParams(out, method.typeParams());
          out.list(method.params(), one -> out.number(signatures.of(one)));
          out.number(signatures.of(method.returns()));
        });
    out.list(
        info.fields(),
        field ->
            out.number(strings.of(field.name()))
                .number(field.flags())
                .number(signatures.of(field.type())));
    out.list(info.memberTypes(), name -> out.number(strings.of(name)));
    return out.toArray();
  }

  private void typeParams(Bytes out, List<TypeParam> params) {
    out.list(
        params, param -> out.number(strings.of(param.name())).number(signatures.of(param.bound())));
  }

  private byte[] signature(TypeSig signature) {
    Bytes out = new Bytes();
    if (signature instanceof TypeSig.Named named) {
      if (named.args().isEmpty()) {
        int split = split(named.name());
        head(out, Decoder.Kind.PLAIN, strings.of(named.name().substring(0, Math.max(split, 0))));
        out.number(strings.of(named.name().substring(split + 1)));
      } else {
        head(out, Decoder.Kind.GENERIC, signatures.of(TypeSig.named(named.name())));
        out.list(named.args(), one -> out.number(signatures.of(one)));
      }
    } else if (signature instanceof TypeSig.Var variable) {
      head(out, Decoder.Kind.VAR, strings.of(variable.name()));
    } else if (signature instanceof TypeSig.Array array) {
      head(out, Decoder.Kind.ARRAY, signatures.of(array.element()));
    } else if (signature instanceof TypeSig.Wildcard wildcard) {
      Decoder.Kind kind = wildcard.isSuper() ? Decoder.Kind.SUPER : Decoder.Kind.EXTENDS;
      head(out, kind, signatures.of(wildcard.bound()));
    } else {
      head(out, Decoder.Kind.UNKNOWN, 0);
    }
    return out.toArray();
  }

  private static void head(Bytes out, Decoder.Kind kind, int first) {
    out.number(first << Decoder.Kind.BITS | kind.ordinal());
  }
}
