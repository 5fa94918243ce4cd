package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Effect.HoldsFor;
import dev.asynclint.core.knowledge.Knowledge.AnnotationModel;
import dev.asynclint.core.knowledge.Knowledge.Hook;
import dev.asynclint.core.knowledge.Knowledge.Phase;
import dev.asynclint.core.knowledge.KnowledgeException.Fault;
import dev.asynclint.core.knowledge.Line.Malformed;
import dev.asynclint.core.knowledge.Line.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file, going on after each fault so that all of them are told. */
final class KnowledgeParser {
  private static final Map<String, Phase> PHASES =
      Map.of("start", Phase.START, "end", Phase.END, "release", Phase.RELEASE);

  private final String file;
  private final List<Fault> faults;
  private final Map<String, Set<String>> types = new LinkedHashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final List<AnnotationModel> annotations = new ArrayList<>();
  private final Map<Phase, Set<String>> words = new EnumMap<>(Phase.class);
  private final Map<String, Integer> seen = new HashMap<>();

  private String dialect = "";
  private String owner = "";
  private int number;
  private boolean libraryRead;
  private boolean contentRead;

  private KnowledgeParser(String file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** What the text says; what is wrong with it is added to the faults. */
  static KnowledgeFile parse(String file, String text, List<Fault> faults) {
    return new KnowledgeParser(file, faults).run(text);
  }

  private KnowledgeFile run(String text) {
    for (String raw : text.lines().toList()) {
      number++;
      try {
        Line line = Line.of(number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw);
        if (line.atEnd()) {
          continue;
        }
        if (Character.isWhitespace(raw.charAt(0))) {
          member(line);
        } else {
          directive(line);
        }
      } catch (Malformed e) {
        fault(e.column(), e.getMessage());
      }
    }
    if (!libraryRead) {
      faults.add(new Fault(file, 0, 0, "the first line must be 'library NAME VERSIONS'; add it"));
    }
    return new KnowledgeFile(dialect, types, members, hooks, annotations, words);
  }

  private void directive(Line line) throws Malformed {
    Token word = line.word("a directive");
    boolean late = !libraryRead && !word.text().equals("library");
    if (late && Vocabulary.DIRECTIVES.contains(word.text())) {
      fault(word.column(), "the first line must be 'library NAME VERSIONS'; add it above");
      libraryRead = true;
    }
    switch (word.text()) {
      case "library" -> library(line, word);
      case "dialect" -> dialect(line, word);
      case "type" -> type(line);
      case "hook" -> hook(line);
      case "annotation" -> annotation(line);
      case "words" -> words(line);
      default -> {
        owner = "";
        throw Clauses.unknown("directive", word, Vocabulary.DIRECTIVES);
      }
    }
  }

  private void library(Line line, Token word) throws Malformed {
    if (libraryRead) {
      throw new Malformed(word.column(), "'library' stands once, on the first line; remove it");
    }
    libraryRead = true;
    line.word("the name of the library");
    line.word("the versions it speaks of, such as 3.4..3.8");
    line.finish();
  }

  private void dialect(Line line, Token word) throws Malformed {
    if (contentRead || !dialect.isEmpty()) {
      throw new Malformed(
          word.column(), "'dialect' stands once, right after 'library'; use one file per dialect");
    }
    dialect = line.word("the name of the dialect").text();
    line.finish();
  }

  private void type(Line line) throws Malformed {
    contentRead = true;
    // Set before anything can fail, so that members of a faulty type line are still checked.
    owner = "?";
    Token name = qualifiedName(line);
    owner = name.text();
    once("type ".concat(owner), name);
    Set<String> tags = types.computeIfAbsent(owner, key -> new LinkedHashSet<>());
    if (line.passesWord("is")) {
      do {
        Token tag = line.word("a tag");
        if (!Vocabulary.TAGS.contains(tag.text())) {
          fault(tag.column(), Suggestion.unknown("tag", tag.text(), Vocabulary.TAGS));
        } else if (!tags.add(tag.text())) {
          fault(tag.column(), "the tag '" + tag.text() + "' is given twice; remove one");
        }
      } while (line.passes(","));
    }
    line.finish();
  }

  private void member(Line line) throws Malformed {
    if (owner.isEmpty()) {
      throw new Malformed(
          line.column(), "an indented line is a member of a type; open one with 'type FQN' above");
    }
    Token name = line.word("the name of a member");
    line.mark("(");
    List<String> labels = new ArrayList<>();
    boolean anyArity = line.passesWord("*");
    if (!anyArity && !line.passes(")")) {
      do {
        label(line, labels);
      } while (line.passes(","));
      line.mark(")");
    } else if (anyArity) {
      line.mark(")");
    }
    int arity = anyArity ? Member.ANY : labels.size();
    String simple = name.text().equals("new") ? "<init>" : name.text();
    once(String.join(" ", "member", owner, simple, String.valueOf(arity)), name);
    members.add(new Member(owner, simple, arity, effects(line, labels), dialect));
  }

  private void label(Line line, List<String> labels) throws Malformed {
    Token label = line.word("a label or ')'");
    String text = label.text();
    if (text.equals("*")) {
      throw new Malformed(label.column(), "'*' stands alone in the parentheses; name the argument");
    }
    if (Vocabulary.RESERVED.contains(text)) {
      fault(label.column(), "'" + text + "' has a meaning of its own; name the argument otherwise");
    } else if (labels.contains(text)) {
      fault(label.column(), "the label '" + text + "' is given twice; rename one");
    }
    labels.add(text);
  }

  private List<Effect> effects(Line line, List<String> labels) {
    List<Effect> effects = new ArrayList<>();
    // Told apart by their words: the first hash of each kind of record takes longer than a file.
    Set<String> clausesRead = new HashSet<>();
    HoldsFor range = Effects.ALWAYS;
    Clauses clauses = new Clauses(line, labels);
    do {
      int column = line.column();
      if (!clausesRead.add(line.clause())) {
        fault(column, "the clause is given twice; remove one");
      }
      try {
        Effect effect = clauses.next();
        if (effect instanceof HoldsFor more) {
          range = Effects.both(range, more);
        } else {
          effects.add(effect);
        }
      } catch (Malformed e) {
        fault(e.column(), e.getMessage());
        line.skipClause();
      }
    } while (line.passes(";"));
    if (range.since() >= range.until()) {
      fault(1, "no Java release is from %d and below %d".formatted(range.since(), range.until()));
    }
    return Effects.with(effects, range);
  }

  private void hook(Line line) throws Malformed {
    contentRead = true;
    owner = "";
    Token name = qualifiedName(line);
    int dot = name.text().lastIndexOf('.');
    int arity = Member.ANY;
    if (line.passes("(")) {
      Token count = line.word("the number of parameters");
      if (!count.text().matches("[0-9]{1,3}")) {
        throw new Malformed(
            count.column(), "write the number of parameters instead of '" + count.text() + "'");
      }
      arity = Integer.parseInt(count.text());
      line.mark(")");
    }
    line.keyword("runs");
    line.keyword("on");
    Context context = Clauses.context(line);
    boolean few = line.passes(",");
    if (few) {
      line.keyword("once");
    }
    line.finish();
    once("hook " + name.text() + "/" + arity, name);
    hooks.add(
        new Hook(
            name.text().substring(0, dot),
            name.text().substring(dot + 1),
            arity,
            context,
            few,
            dialect));
  }

  private void annotation(Line line) throws Malformed {
    contentRead = true;
    owner = "";
    Token name = qualifiedName(line);
    AnnotationModel model = AnnotationLine.parse(line, name.text(), dialect);
    once("annotation " + name.text(), name);
    annotations.add(model);
  }

  private void words(Line line) throws Malformed {
    contentRead = true;
    owner = "";
    List<Token> names = new ArrayList<>();
    do {
      names.add(line.word("the first word of a method's name"));
    } while (line.passes(","));
    line.keyword("mean");
    Token word = line.word("'start', 'end' or 'release'");
    Phase phase = PHASES.get(word.text());
    if (phase == null) {
      throw Clauses.unknown("phase", word, PHASES.keySet());
    }
    line.finish();
    for (Token name : names) {
      if (!name.text().chars().allMatch(Character::isLowerCase)) {
        fault(name.column(), "write '" + name.text() + "' as one word in lower case");
      }
      once("word " + name.text(), name);
      words.computeIfAbsent(phase, key -> new LinkedHashSet<>()).add(name.text());
    }
  }

  private Token qualifiedName(Line line) throws Malformed {
    Token name = line.word("a fully qualified name");
    String text = name.text();
    boolean wellFormed = text.indexOf('.') > 0 && !text.endsWith(".") && !text.contains("..");
    for (int i = 0; i < text.length(); i++) {
      wellFormed &= text.charAt(i) == '.' || Character.isJavaIdentifierPart(text.charAt(i));
    }
    if (!wellFormed) {
      throw new Malformed(
          name.column(),
          "'" + text + "' is no fully qualified name; write it as in java.util.Map.Entry");
    }
    return name;
  }

  private void once(String what, Token at) {
    Integer line = seen.putIfAbsent(what, number);
    if (line != null) {
      String shown = what.startsWith("member") ? "the member" : "'" + at.text() + "'";
      fault(at.column(), shown + " stands in line " + line + " already; merge the two");
    }
  }

  private void fault(int column, String message) {
    faults.add(new Fault(file, number, column, message));
  }
}
