package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Reads a signature index. Immutable to its users; safe for use by several threads.
 *
 * <p>On disk: {@link #MAGIC}, {@link #VERSION} and the CRC-32 of all that follows, each a word;
 * then five {@link Table}s: texts, signatures, types, packages (name, and per type its name and
 * whether it is top-level and public) and modules (name, packages). Texts and signatures are
 * numbered by falling frequency, so that most references take one or two bytes. Not compressed: the
 * result would depend on the build of zlib, and both the jar and the repository compress anyway.
 */
public final class SignatureIndex implements ClassSource {
  /** First word of the file. */
  static final int MAGIC = 0x414c5349;

  /** Second word; changes with the format. */
  static final int VERSION = 1;

  /** Length of what stands before the tables, in bytes. */
  static final int HEADER = 3 * Integer.BYTES;

  /** The name of the bundled file beside this class. */
  static final String RESOURCE = "signatures.index";

  private final Decoder decoder;
  private final Table packageTable;
  private final Map<String, Integer> packages = new HashMap<>();
  private final Map<String, List<String>> modules = new HashMap<>();
  private final Map<String, Map<String, Entry>> directories = new ConcurrentHashMap<>();
  private final Map<String, ClassInfo> types = new ConcurrentHashMap<>();

  private record Entry(int type, boolean isPublic) {}

  private SignatureIndex(byte[] data) {
    Table strings = new Table(data, HEADER);
    Table signatures = new Table(data, strings.end());
    Table typeTable = new Table(data, signatures.end());
    packageTable = new Table(data, typeTable.end());
    Table moduleTable = new Table(data, packageTable.end());
    decoder = new Decoder(strings, signatures, typeTable);
    for (int i = 0; i < packageTable.count(); i++) {
      packages.put(decoder.text(packageTable.entry(i).number()), i);
    }
    for (int i = 0; i < moduleTable.count(); i++) {
      Cursor in = moduleTable.entry(i);
      String name = decoder.text(in.number());
      String[] exported = new String[in.number()];
      for (int j = 0; j < exported.length; j++) {
        exported[j] = decoder.text(in.number());
      }
      modules.put(name, List.of(exported));
    }
  }

  /** The index that ships with the front end; read once. */
  public static SignatureIndex bundled() {
    return Bundled.INDEX;
  }

  /**
   * Reads an index to the end of a stream.
   *
   * @throws IOException when the stream fails, or is no index, of another version, or damaged
   */
  public static SignatureIndex read(InputStream in) throws IOException {
    byte[] data = in.readAllBytes();
    Cursor header = new Cursor(data, 0);
    if (data.length < HEADER || header.word() != MAGIC) {
      throw new IOException("not a signature index");
    }
    int version = header.word();
    if (version != VERSION) {
      throw new IOException("signature index of version " + version + ", expected " + VERSION);
    }
    CRC32 sum = new CRC32();
    sum.update(data, HEADER, data.length - HEADER);
    if (header.word() != (int) sum.getValue()) {
      throw new IOException("signature index is damaged");
    }
    return new SignatureIndex(data);
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    ClassInfo known = types.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      Entry entry = directory(name.substring(0, dot)).get(name.substring(dot + 1));
      if (entry != null) {
        return Optional.of(types.computeIfAbsent(name, key -> decoder.type(entry.type(), key)));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean hasPackage(String name) {
    return packages.containsKey(name);
  }

  @Override
  public List<String> packageTypes(String name) {
    return directory(name).entrySet().stream()
        .filter(entry -> entry.getValue().isPublic())
        .map(entry -> Decoder.join(name, entry.getKey()))
        .toList();
  }

  @Override
  public List<String> modulePackages(String module) {
    return modules.getOrDefault(module, List.of());
  }

  /** The names of all packages, ordered. */
  public Stream<String> packages() {
    return packages.keySet().stream().sorted();
  }

  /** The erased canonical names of all types of a package, nested and less visible ones too. */
  public Stream<String> allTypes(String packageName) {
    return directory(packageName).keySet().stream().map(name -> Decoder.join(packageName, name));
  }

  private Map<String, Entry> directory(String folder) {
    Integer number = packages.get(folder);
    return number == null
        ? Map.of()
        : directories.computeIfAbsent(folder, key -> readDirectory(number));
  }

  private Map<String, Entry> readDirectory(int number) {
    Cursor in = packageTable.entry(number);
    in.number();
    int first = in.number();
    int count = in.number();
    Map<String, Entry> directory = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int head = in.number();
      directory.put(decoder.text(head >>> 1), new Entry(first + i, (head & 1) != 0));
    }
    return directory;
  }

  private static final class Bundled {
    private static final SignatureIndex INDEX = load();

    private static SignatureIndex load() {
      try (InputStream in = SignatureIndex.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IOException("the bundled signature index is missing from the installation");
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
