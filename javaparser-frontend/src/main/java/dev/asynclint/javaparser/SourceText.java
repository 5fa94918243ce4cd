package dev.asynclint.javaparser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads source files, or says in one line why it cannot. */
final class SourceText {
  private SourceText() {}

  /** Says why a file cannot be read; the message needs no more context than the file's name. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /** The text of a file, which must be in that encoding; a byte order mark is dropped. */
  static String read(Path path, Charset encoding) throws Unreadable {
    byte[] bytes;
    try {
      if (Files.isDirectory(path)) {
        throw new Unreadable("is a directory, not a source file");
      }
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new Unreadable("no such file");
    } catch (AccessDeniedException e) {
      throw new Unreadable("cannot be read: permission denied");
    } catch (IOException | OutOfMemoryError e) {
      throw new Unreadable("cannot be read: " + e.getMessage());
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw new Unreadable("is a binary file, not Java source");
      }
    }
    try {
      String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("is not " + encoding.name() + " text");
    }
  }
}
