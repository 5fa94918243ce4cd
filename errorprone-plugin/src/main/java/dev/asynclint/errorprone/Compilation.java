package dev.asynclint.errorprone;

import com.google.errorprone.ErrorProneFlags;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.ClientCodeWrapper.Trusted;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.util.Context;
import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.engine.TestFiles;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.summary.SummaryText;
import dev.asynclint.core.suppress.Suppressor;
import dev.asynclint.core.suppress.UnusedSuppression;
import dev.asynclint.errorprone.lowering.JavacLowering;
import dev.asynclint.errorprone.sarif.Particulars;
import dev.asynclint.errorprone.sarif.SarifFile;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checks of one compilation share: its files lowered and analysed once. It lives as long
 * as the compilation, among whose listeners it is found again: each file has a context of its own.
 * Trusted, because javac hides listeners that are not behind a wrapper.
 */
@Trusted
final class Compilation implements TaskListener {
  /** The compiler waits meanwhile, so that they may ask it for symbols, one at a time. */
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Context context;
  private final ErrorProneFlags flags;
  private final Notices notices;
  private final Map<CompilationUnitTree, Map<String, List<Finding>>> findings =
      new IdentityHashMap<>();
  private Parts parts;

  /** Null before the first file and when all are lowered: it remembers every name. */
  private JavacLowering lowering;

  private CompilationUnitTree last;
  private boolean complete;
  private boolean faultTold;
  private boolean allTests;
  private final TreeSet<Finding> reported = new TreeSet<>(Finding.ORDER);
  private final Particulars particulars = new Particulars();

  /** What is made on the first question, so that a fault in it is met where it can be told. */
  private record Parts(
      PluginOptions options,
      List<Rule> rules,
      FutureTask<Libraries> libraries,
      int release,
      boolean together,
      ModuleBorder border) {}

  private Compilation(Context context, ErrorProneFlags flags) {
    this.context = context;
    this.flags = flags;
    this.notices = new Notices(context);
  }

  /** The compilation a context belongs to. */
  static Compilation of(Context context, ErrorProneFlags flags) {
    MultiTaskListener listeners = MultiTaskListener.instance(context);
    for (TaskListener listener : listeners.getTaskListeners()) {
      if (listener instanceof Compilation known) {
        return known;
      }
    }
    Compilation compilation = new Compilation(context, flags);
    listeners.add(compilation);
    return compilation;
  }

  /** The rules that are installed beside the checks. */
  static Stream<Rule> rules() {
    return Stream.concat(
        ServiceLoader.load(Rule.class, Compilation.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get),
        Stream.of(new UnusedSuppression()));
  }

  /**
   * What a rule found in a file. The first question analyses all files; where that fails, or only
   * one file is attributed, each file is analysed for itself. Never throws.
   *
   * @param testsAlone whether the user says that all files are tests
   */
  List<Finding> findings(String rule, CompilationUnitTree tree, boolean testsAlone) {
    last = tree;
    allTests = testsAlone;
    if (!findings.containsKey(tree) && !complete) {
      try {
        Parts made = parts(tree);
        if (made.together() && findings.isEmpty()) {
          Program program = analyse(made, tree, SourceTrees.all(context));
          complete = true;
          lowering = null;
          publish(made, program);
        } else {
          analyse(made, tree, List.of(tree));
        }
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        failed(e);
      }
    }
    return findings.computeIfAbsent(tree, t -> Map.of()).getOrDefault(rule, List.of());
  }

  private Parts parts(CompilationUnitTree tree) {
    if (parts == null) {
      lowering = new JavacLowering(context);
      List<Rule> rules = rules().toList();
      PluginOptions options = PluginOptions.of(flags, rules);
      options.problems().forEach(problem -> notices.warn(problem, tree));
      boolean together = SourceTrees.attributedTogether(context);
      if (!together) {
        notices.note(
            "without -XDcompilePolicy=simple calls into other files are not followed", tree);
      }
      ModuleBorder border = new ModuleBorder(context);
      parts =
          new Parts(
              options,
              rules,
              Libraries.reading(options, border.classPath()),
              options.release().orElseGet(() -> SourceTrees.release(context)),
              together,
              border);
    }
    return parts;
  }

  private Program analyse(
      Parts made, CompilationUnitTree asked, Collection<CompilationUnitTree> trees) {
    List<Problem> problems = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    Map<String, CompilationUnitTree> byName = new HashMap<>();
    Map<String, String> texts = new HashMap<>();
    for (CompilationUnitTree tree : trees) {
      String name = SourceTrees.name(tree);
      byName.put(name, tree);
      try {
        String text = JavacLowering.text(tree);
        texts.put(name, text);
        units.add(lowering.lower(tree, name, text));
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        problems.add(Problem.internal(name, "could not be analysed", e));
      }
    }
    Libraries libraries = Libraries.of(made.libraries());
    libraries.problems().forEach(problem -> notices.warn(problem, asked));
    TestFiles tests =
        new TestFiles(
            byName.keySet().stream()
                .filter(name -> allTests || SourceTrees.isTest(name))
                .collect(Collectors.toSet()));
    Analyzer analyzer =
        new Analyzer(
            libraries.knowledge(),
            running(made),
            made.options().settings().with(TestFiles.class, tests),
            THREADS);
    Program program =
        analyzer.program(units, lowering.types(), made.release(), libraries.summaries());
    Analyzer.Analysis analysis = analyzer.analyze(program);
    problems.addAll(analysis.problems());
    trees.forEach(tree -> findings.put(tree, new HashMap<>()));
    Map<String, AsyncRule> about = new HashMap<>();
    made.rules().stream().map(Compilation::about).forEach(rule -> about.put(rule.id(), rule));
    BiPredicate<String, String> reports =
        (rule, file) ->
            made.together()
                && problems.isEmpty()
                && (about.get(rule).inTests() || !tests.names().contains(file))
                && made.options().config().runs(about.get(rule), SourceTrees.place(file));
    List<Finding> wanted = wanted(made, units, analysis.findings(), texts, reports);
    for (Finding finding : wanted) {
      String file = finding.location().file();
      made.options()
          .config()
          .judge(about.get(finding.ruleId()), finding, SourceTrees.place(file))
          .ifPresent(
              judged ->
                  findings
                      .get(byName.get(file))
                      .computeIfAbsent(finding.ruleId(), rule -> new ArrayList<>())
                      .add(judged));
    }
    if (!problems.isEmpty()) {
      tell(summary(problems), asked);
    }
    return program;
  }

  /**
   * What the program does not say to be meant, and what it says in vain.
   *
   * @param files texts by the names of the files
   * @param reports whether a rule could have reported in a file
   */
  private List<Finding> wanted(
      Parts made,
      List<Unit> units,
      List<Finding> all,
      Map<String, String> files,
      BiPredicate<String, String> reports) {
    Function<String, String> texts = file -> files.getOrDefault(file, "");
    Suppressor.Outcome outcome =
        new Suppressor(made.rules()).apply(all, files.keySet(), texts, reports);
    if (made.options().sarif().isPresent()) {
      List<Finding> numbered = new ArrayList<>(all);
      numbered.addAll(outcome.unused());
      particulars.add(units, numbered, texts);
    }
    List<Finding> wanted = new ArrayList<>(outcome.kept());
    wanted.addAll(outcome.unused());
    return wanted;
  }

  private static List<Rule> running(Parts made) {
    return made.rules().stream().filter(rule -> made.options().config().runs(about(rule))).toList();
  }

  private static AsyncRule about(Rule rule) {
    return rule.getClass().getAnnotation(AsyncRule.class);
  }

  private void publish(Parts made, Program program) {
    try {
      made.border().write(program.summaries(Thresholds.of(program).eventLoopWait()));
    } catch (IOException e) {
      notices.warn("cannot write " + SummaryText.PATH + " beside the classes", last);
    }
  }

  private static String summary(List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more like it)";
    return (first.file().isEmpty() ? "" : first.file() + ": ") + first.message() + more;
  }

  /** A fault of ours while the latest file was looked at. */
  void failed(Throwable fault) {
    tell(Problem.internal("", "this file could not be analysed", fault).message(), last);
  }

  /** One fault of ours is news; those that follow from it are not. */
  private void tell(String fault, CompilationUnitTree tree) {
    if (!faultTold) {
      faultTold = true;
      notices.warn(fault, tree);
    }
  }

  /** Told of every finding that reaches the user, with the severity it has there. */
  void reported(Finding finding) {
    reported.add(finding);
  }

  @Override
  public void finished(TaskEvent event) {
    boolean wanted = parts != null && parts.options().sarif().isPresent();
    if (event.getKind() != TaskEvent.Kind.COMPILATION || !wanted) {
      return;
    }
    Path file = parts.options().sarif().get();
    try {
      new SarifFile(file).write(parts.rules(), reported, particulars);
    } catch (IOException | RuntimeException e) {
      notices.warn("cannot write " + file + "; check that it is a file in a folder of yours", last);
    }
  }
}
