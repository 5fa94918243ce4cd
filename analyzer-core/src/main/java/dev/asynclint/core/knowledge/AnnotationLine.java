package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Knowledge.AnnotationModel;
import dev.asynclint.core.knowledge.Knowledge.AnnotationModel.Meaning;
import dev.asynclint.core.knowledge.Line.Malformed;

/** Reads what a line says of an annotation, from behind its name. */
final class AnnotationLine {
  private AnnotationLine() {}

  /** What the rest of the line says of the annotation, to the end of the line. */
  static AnnotationModel parse(Line line, String name, String dialect) throws Malformed {
    Meaning meaning;
    Context context = Context.UNKNOWN;
    boolean proxied = false;
    String woven = "";
    if (line.passesWord("runs")) {
      line.keyword("on");
      meaning = Meaning.RUNS_ON;
      context = Clauses.context(line);
    } else if (line.passesWord("handles")) {
      context = Clauses.context(line);
      boolean always = line.passes(",");
      if (always) {
        line.keyword("always");
      }
      meaning = always ? Meaning.HANDLES_ALL : Meaning.HANDLES;
    } else if (line.passesWord("means")) {
      boolean blocking = line.passesWord("blocking");
      if (!blocking && !line.passesWord("non-blocking")) {
        throw line.expected("'blocking' or 'non-blocking'");
      }
      meaning = blocking ? Meaning.BLOCKING : Meaning.NON_BLOCKING;
    } else if (line.passesWord("works")) {
      proxied = byProxy(line);
      meaning = Meaning.OTHER;
    } else if (line.passesWord("weaves")) {
      line.keyword("with");
      woven = line.word("the value it is given, such as ASPECTJ").text();
      meaning = Meaning.OTHER;
    } else {
      throw line.expected("'runs on', 'handles', 'means', 'works' or 'weaves'");
    }
    if (line.passes(",")) {
      proxied = byProxy(line);
    }
    line.finish();
    return new AnnotationModel(name, meaning, context, proxied, woven, dialect);
  }

  private static boolean byProxy(Line line) throws Malformed {
    line.keyword("by");
    line.keyword("proxy");
    return true;
  }
}
