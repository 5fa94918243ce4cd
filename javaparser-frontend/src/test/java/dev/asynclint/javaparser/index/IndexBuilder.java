package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.types.ClassInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Builds the bundled index from a JDK and the jars of libraries. */
final class IndexBuilder {
  private final Map<String, ApiTypes.Api> types = new HashMap<>();

  private IndexBuilder() {}

  /** The bytes of the index; depends on the contents alone. */
  static byte[] build(Contents contents, JdkImage jdk) throws IOException {
    IndexBuilder builder = new IndexBuilder();
    IndexWriter writer = new IndexWriter();
    for (Contents.Line module : contents.modules()) {
      builder.add(jdk.api(module.name(), module.wanted()));
      for (int earlier : contents.releases().subList(1, contents.releases().size())) {
        builder.add(jdk.earlierApi(earlier, module.name(), module.wanted()));
      }
      writer.addModule(module.name(), jdk.exports(module.name()));
    }
    for (Contents.Line artefact : contents.artefacts()) {
      builder.add(jar(LocalRepository.jar(artefact.name())).in(artefact.wanted()));
    }
    builder
        .types
        .values()
        .forEach(type -> writer.add(type.packageName(), type.info(), type.isImportable()));
    return writer.write();
  }

  /** The types of a jar, without the additions of later releases. */
  static ApiTypes jar(Path path) throws IOException {
    ApiTypes types = new ApiTypes();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.endsWith("-info.class")) {
          types.add(name, zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return types;
  }

  private void add(Stream<ApiTypes.Api> api) {
    api.forEach(one -> types.merge(one.info().name(), one, IndexBuilder::merge));
  }

  private static ApiTypes.Api merge(ApiTypes.Api first, ApiTypes.Api second) {
    ClassInfo merged = Merge.of(first.info(), second.info());
    return new ApiTypes.Api(first.packageName(), merged, first.isImportable());
  }
}
