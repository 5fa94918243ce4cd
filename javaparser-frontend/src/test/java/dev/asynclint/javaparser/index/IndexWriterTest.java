package dev.asynclint.javaparser.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.TypeSig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexWriterTest {

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<ApiTypes.Api> types = classPathTypes();
    SignatureIndex index = read(write(types));
    for (ApiTypes.Api type : types) {
      assertThat(index.find(type.info().name())).contains(type.info());
      assertThat(index.packageTypes(type.packageName()).contains(type.info().name()))
          .as(type.info().name())
          .isEqualTo(type.isImportable());
    }
    assertThat(index.modulePackages("some.module")).containsExactly("a", "b");
  }

  @Test
  void theBytesDoNotDependOnTheOrder() throws IOException {
    List<ApiTypes.Api> types = classPathTypes();
    byte[] expected = write(types);
    Collections.shuffle(types, new Random(1));
    assertThat(write(types)).isEqualTo(expected);
  }

  @Test
  void anEmptyIndexIsAnIndex() throws IOException {
    SignatureIndex index = read(new IndexWriter().write());
    assertThat(index.packages()).isEmpty();
    assertThat(index.find("java.lang.Object")).isEmpty();
  }

  @Test
  void mergingKeepsTheMembersOfBothAndBelievesTheFirst() {
    MethodInfo close = method("close", TypeSig.named("int"));
    MethodInfo otherClose = method("close", TypeSig.named("void"));
    MethodInfo open = method("open", TypeSig.named("void"));
    ClassInfo merged = Merge.of(type(List.of(close), "A"), type(List.of(open, otherClose), "B"));
    assertThat(merged.methods()).containsExactly(close, open);
    assertThat(merged.fields()).extracting(FieldInfo::name).containsExactly("A", "B");
  }

  private static MethodInfo method(String name, TypeSig returns) {
    return new MethodInfo(name, 0, List.of(), List.of(TypeSig.named("int")), returns);
  }

  private static ClassInfo type(List<MethodInfo> methods, String field) {
    FieldInfo only = new FieldInfo(field, 0, TypeSig.named("int"));
    return new ClassInfo(
        "a.T", 0, List.of(), TypeSig.UNKNOWN, List.of(), methods, List.of(only), List.of());
  }

  private static byte[] write(List<ApiTypes.Api> types) {
    IndexWriter writer = new IndexWriter();
    types.forEach(type -> writer.add(type.packageName(), type.info(), type.isImportable()));
    writer.addModule("some.module", List.of("b", "a"));
    return writer.write();
  }

  private static SignatureIndex read(byte[] bytes) throws IOException {
    return SignatureIndex.read(new ByteArrayInputStream(bytes));
  }

  private static List<ApiTypes.Api> classPathTypes() throws IOException {
    List<ApiTypes.Api> types = new ArrayList<>();
    for (String entry : TestClassPath.jars()) {
      IndexBuilder.jar(Path.of(entry)).in(name -> true).forEach(types::add);
    }
    assertThat(types).hasSizeGreaterThan(1_000);
    return types;
  }
}
