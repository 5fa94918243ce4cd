package dev.asynclint.core.knowledge;

import dev.asynclint.core.knowledge.Effect.Amount;
import dev.asynclint.core.knowledge.Effect.Flag;
import dev.asynclint.core.knowledge.Effect.Guard;
import dev.asynclint.core.knowledge.Effect.Held;
import dev.asynclint.core.knowledge.Effect.Where;
import dev.asynclint.core.knowledge.Effect.Where.Place;
import dev.asynclint.core.knowledge.Line.Malformed;
import dev.asynclint.core.knowledge.Line.Token;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Reads the clauses of one member line, given its labels. */
final class Clauses {
  private final Line line;
  private final List<String> labels;

  Clauses(Line line, List<String> labels) {
    this.line = line;
    this.labels = labels;
  }

  /** The effect of the clause that starts here, up to its end. */
  Effect next() throws Malformed {
    Token verb = line.word("a clause");
    Effect effect =
        switch (verb.text()) {
          case "blocks" -> blocks();
          case "waits" -> waits();
          case "maybe" -> maybe();
          case "instead" -> new Effect.Instead(line.quoted("a quoted text after 'instead'"));
          case "runs" -> runs();
          case "makes" -> makes();
          case "shifts" -> shifts();
          case "chains" -> new Effect.Chains(optionalLabel(Effect.RECEIVER));
          case "emits" -> emits();
          case "acquires" -> new Effect.Acquires(constant(Held.class), false);
          case "tries" -> new Effect.Acquires(constant(Held.class), true);
          case "releases" -> new Effect.Releases(constant(Held.class));
          case "guards" -> new Effect.Guards(constant(Guard.class));
          case "spawns" -> new Effect.Spawns(optionalLabel(Effect.NOTHING));
          case "fans" -> fansOut();
          case "joins" -> new Effect.Joins(label());
          case "takes" -> takes();
          case "copies" -> new Effect.Copies(labelOrReceiver());
          case "keeps" -> new Effect.Keeps(labelOrReceiver());
          case "iterates" -> new Effect.Iterates(labelOrReceiver());
          case "returns" -> returns();
          case "maps" -> maps();
          case "subscribes" ->
              new Effect.Subscribes(line.passesWord("failures") ? label() : Effect.NOTHING);
          case "repeats" -> new Effect.Repeats(label());
          case "replaces" -> replaces();
          case "states" -> new Effect.States(constant(Effect.Part.class), label());
          case "expands" -> new Effect.Expands(label());
          case "retries" -> new Effect.Retries(optionalLabel(Effect.NOTHING));
          case "needs" -> needs();
          case "measured" -> CostClause.measured(line);
          case "unmeasured" -> new Effect.Unmeasured(line.quoted("the reason, in quotes"));
          case "since" ->
              new Effect.HoldsFor(Numbers.read(line, "a Java release"), Integer.MAX_VALUE);
          case "until" -> new Effect.HoldsFor(0, Numbers.read(line, "a Java release"));
          default -> plain(verb);
        };
    if (line.inClause()) {
      throw line.expected("';' or the end of the line");
    }
    return effect;
  }

  private Effect blocks() throws Malformed {
    return new Effect.Blocks(kind(), timeout());
  }

  private Effect waits() throws Malformed {
    line.keyword("on");
    return new Effect.Waits(kind(), timeout());
  }

  private Effect maybe() throws Malformed {
    line.keyword("blocks");
    return new Effect.MaybeBlocks(kind());
  }

  private Effect runs() throws Malformed {
    int param = label();
    line.keyword("on");
    Where where = where();
    boolean lazily = false;
    boolean perItem = false;
    while (line.passes(",")) {
      if (!lazily && line.passesWord("lazily")) {
        lazily = true;
      } else if (!perItem && line.passesWord("per")) {
        line.keyword("item");
        perItem = true;
      } else {
        throw line.expected("'lazily' or 'per item', each once");
      }
    }
    return new Effect.Runs(param, where, lazily, perItem);
  }

  private Effect makes() throws Malformed {
    Context context = context(line);
    Amount core = line.passesWord("core") ? amount(true) : Amount.UNSTATED;
    Amount size = line.passesWord("size") ? amount(true) : Amount.UNSTATED;
    Amount queue = line.passesWord("queue") ? amount(false) : Amount.UNSTATED;
    return new Effect.Makes(context, core, size, queue);
  }

  private Effect shifts() throws Malformed {
    boolean upstream = line.passesWord("upstream");
    if (!upstream && !line.passesWord("downstream")) {
      throw line.expected("'upstream' or 'downstream'");
    }
    line.keyword("to");
    for (int i = 0; i < labels.size(); i++) {
      if (line.passesWord(labels.get(i))) {
        return new Effect.Shifts(upstream, new Where(Place.EXECUTOR, Context.UNKNOWN, i));
      }
    }
    return new Effect.Shifts(upstream, where());
  }

  private Effect emits() throws Malformed {
    line.keyword("on");
    return new Effect.Emits(where());
  }

  private Effect fansOut() throws Malformed {
    line.keyword("out");
    return new Effect.FansOut(line.passesWord("concurrency") ? label() : Effect.NOTHING);
  }

  private Effect takes() throws Malformed {
    int param = label();
    line.keyword("eagerly");
    return new Effect.TakesEagerly(param);
  }

  private Effect needs() throws Malformed {
    line.keyword("timeout");
    if (!line.inClause()) {
      return new Effect.NeedsTimeout(Effect.NOTHING);
    }
    line.keyword("from");
    return new Effect.NeedsTimeout(labelOrReceiver());
  }

  private Effect maps() throws Malformed {
    int param = label();
    String flat = "";
    if (line.passes(",")) {
      line.keyword("flat");
      flat = line.word("a member").text();
    }
    return new Effect.Maps(param, flat);
  }

  private Effect replaces() throws Malformed {
    line.keyword("null");
    return new Effect.ReplacesNull(line.passesWord("of") ? line.word("a type").text() : "");
  }

  private Effect returns() throws Malformed {
    if (line.passesWord("large")) {
      return Flag.RETURNS_LARGE;
    }
    if (line.passesWord("cold")) {
      return Flag.RETURNS_COLD;
    }
    if (line.passesWord("identity")) {
      return Flag.IDENTITY;
    }
    if (!line.passesWord("receiver")) {
      throw line.expected("'receiver', 'large', 'cold' or 'identity'");
    }
    return Flag.FLUENT;
  }

  /** A clause that sets a flag: a verb, and for some the one word that goes with it. */
  private Effect plain(Token verb) throws Malformed {
    PlainClause clause = PlainClause.ALL.get(verb.text());
    if (clause == null) {
      throw unknown("clause", verb, Vocabulary.VERBS);
    }
    if (!clause.object().isEmpty()) {
      line.keyword(clause.object());
    }
    return clause.flag();
  }

  private String kind() throws Malformed {
    Token word = line.word("what keeps the thread");
    if (!Vocabulary.KINDS.contains(word.text())) {
      throw unknown("kind", word, Vocabulary.KINDS);
    }
    return word.text();
  }

  private int timeout() throws Malformed {
    if (!line.passes(",")) {
      return Effect.NOTHING;
    }
    line.keyword("timeout");
    return label();
  }

  private Where where() throws Malformed {
    Token word = line.word("a place to run");
    String text = word.text();
    if (!Vocabulary.PLACES.contains(text)) {
      throw labels.contains(text)
          ? new Malformed(word.column(), "write 'executor " + text + "' for the argument")
          : unknown("place to run", word, Vocabulary.PLACES);
    }
    if (text.equals("executor")) {
      return new Where(Place.EXECUTOR, Context.UNKNOWN, label());
    }
    return Context.byId(text)
        .map(Clauses::at)
        .orElseGet(
            () ->
                new Where(
                    Place.valueOf(text.toUpperCase(Locale.ROOT)), Context.UNKNOWN, Effect.NOTHING));
  }

  private static Where at(Context context) {
    Place place =
        switch (context) {
          case CALLER -> Place.CALLER;
          case UNKNOWN -> Place.UNKNOWN;
          default -> Place.CONTEXT;
        };
    return new Where(place, context, Effect.NOTHING);
  }

  /** The context named by the next word. */
  static Context context(Line line) throws Malformed {
    Token word = line.word("a context");
    return Context.byId(word.text())
        .orElseThrow(() -> unknown("context", word, Vocabulary.CONTEXTS));
  }

  private Amount amount(boolean coresAllowed) throws Malformed {
    if (line.passesWord("unbounded")) {
      return new Amount(Amount.Kind.UNBOUNDED, 0);
    }
    if (coresAllowed && line.passesWord("cores")) {
      return new Amount(Amount.Kind.CORES, 0);
    }
    Token word = line.word("a number, a label or 'unbounded'");
    return Numbers.isNumber(word.text())
        ? new Amount(Amount.Kind.CONSTANT, Numbers.value(word))
        : new Amount(Amount.Kind.PARAM, position(word));
  }

  private int label() throws Malformed {
    return position(line.word("a label"));
  }

  private int labelOrReceiver() throws Malformed {
    return line.passesWord("receiver") ? Effect.RECEIVER : label();
  }

  private int optionalLabel(int otherwise) throws Malformed {
    return line.inClause() ? label() : otherwise;
  }

  private int position(Token word) throws Malformed {
    if (labels.contains(word.text())) {
      return labels.indexOf(word.text());
    }
    throw labels.isEmpty()
        ? new Malformed(
            word.column(),
            "the member has no label '" + word.text() + "'; name its arguments in the parentheses")
        : unknown("label", word, labels);
  }

  private <E extends Enum<E>> E constant(Class<E> type) throws Malformed {
    E[] all = type.getEnumConstants();
    List<String> names =
        Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    Token word = line.word(String.join(" or ", names));
    int index = names.indexOf(word.text());
    if (index < 0) {
      throw unknown("word", word, names);
    }
    return all[index];
  }

  static Malformed unknown(String what, Token word, Collection<String> expected) {
    return new Malformed(word.column(), Suggestion.unknown(what, word.text(), expected));
  }
}
