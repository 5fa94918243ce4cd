package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.KnowledgeException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads knowledge files. */
public final class KnowledgeFiles {
  private static final String INDEX = "files.list";

  private KnowledgeFiles() {}

  /** The files that ship with asynclint, put together; read once, safe for several threads. */
  public static Knowledge shipped() {
    return Shipped.KNOWLEDGE;
  }

  /**
   * The shipped files and then some of the user's.
   *
   * @param extra read in this order; a later file's hooks and annotations win
   * @throws KnowledgeException if any of them cannot be read or is not well formed
   */
  public static Knowledge load(List<Path> extra) {
    return load(extra, Map.of());
  }

  /**
   * The shipped files, then some of the user's, then some texts.
   *
   * @param extra read in this order; a later file's hooks and annotations win
   * @param nameToText what to call each text in messages, and what it says
   * @throws KnowledgeException if any of them cannot be read or is not well formed
   */
  public static Knowledge load(List<Path> extra, Map<String, String> nameToText) {
    List<Fault> faults = new ArrayList<>();
    List<KnowledgeFile> files = parse(shippedTexts(), faults);
    for (Path path : extra) {
      try {
        byte[] bytes = Files.readAllBytes(path);
        files.add(KnowledgeParser.parse(path.toString(), decode(bytes), faults));
      } catch (CharacterCodingException e) {
        faults.add(new Fault(path.toString(), 0, 0, "is not UTF-8 text; save it as UTF-8"));
      } catch (IOException e) {
        faults.add(
            new Fault(path.toString(), 0, 0, "cannot be read; check that it is a readable file"));
      }
    }
    files.addAll(parse(nameToText, faults));
    return build(files, faults);
  }

  /**
   * Nothing but these texts.
   *
   * @param nameToText what to call a file in messages, and what it says; read in the map's order
   * @throws KnowledgeException if any of them is not well formed
   */
  public static Knowledge load(Map<String, String> nameToText) {
    List<Fault> faults = new ArrayList<>();
    return build(parse(nameToText, faults), faults);
  }

  /** The names of the shipped files, sorted. */
  static List<String> shippedNames() {
    return resource(INDEX).lines().toList();
  }

  private static Map<String, String> shippedTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    shippedNames().forEach(name -> texts.put(name, resource(name)));
    return texts;
  }

  private static List<KnowledgeFile> parse(Map<String, String> texts, List<Fault> faults) {
    List<KnowledgeFile> files = new ArrayList<>();
    texts.forEach((name, text) -> files.add(KnowledgeParser.parse(name, text, faults)));
    return files;
  }

  private static Knowledge build(List<KnowledgeFile> files, List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new KnowledgeException(faults);
    }
    return new KnowledgeBase(files);
  }

  /** The text of a shipped file. */
  static String resource(String name) {
    try (InputStream in = KnowledgeFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new KnowledgeException(
            List.of(new Fault(name, 0, 0, "is missing; the installation is incomplete")));
      }
      return decode(in.readAllBytes());
    } catch (IOException e) {
      throw new KnowledgeException(
          List.of(new Fault(name, 0, 0, "cannot be read; the installation is damaged")));
    }
  }

  /** Strict, so that a wrong encoding is told instead of read as replacement characters. */
  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Reads the shipped files on first use. */
  private static final class Shipped {
    private static final Knowledge KNOWLEDGE = load(List.of());

    private Shipped() {}
  }
}
