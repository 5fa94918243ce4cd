package dev.asynclint.javaparser;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.javaparser.classpath.ClassPath;
import dev.asynclint.javaparser.classpath.LayeredSource;
import dev.asynclint.javaparser.index.SignatureIndex;
import dev.asynclint.javaparser.lowering.Parsing;
import dev.asynclint.javaparser.lowering.Project;
import dev.asynclint.javaparser.lowering.UnitLowering;
import dev.asynclint.javaparser.resolve.FileScope;
import dev.asynclint.javaparser.resolve.ProjectIndex;
import dev.asynclint.javaparser.resolve.RawFile;
import dev.asynclint.javaparser.resolve.SignatureScanner;
import dev.asynclint.javaparser.types.ClassSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads Java source with JavaParser: first the declarations of all files, then each file in turn is
 * parsed, resolved, lowered, and its tree dropped. Instances are safe for use by several threads.
 */
public final class JavaParserFrontEnd implements FrontEnd {
  private final ClassSource library;

  /** Knows the libraries of the bundled signature index. */
  public JavaParserFrontEnd() {
    this(null);
  }

  /** Knows the libraries of that source; null stands for the bundled signature index. */
  public JavaParserFrontEnd(ClassSource library) {
    this.library = library;
  }

  /** A file on its way; each is worked on by one thread at a time. */
  private static final class Job {
    final Source source;
    String text;
    RawFile raw;
    FileScope scope;
    Problem problem;
    UnitLowering.Lowered lowered;

    Job(Source source) {
      this.source = source;
    }

    void fail(String message, Problem.Kind kind) {
      problem = new Problem(source.name(), 0, 0, message, kind);
    }

    String implicitName() {
      String name = source.name().substring(source.name().lastIndexOf('/') + 1);
      return name.endsWith(".java") ? name.substring(0, name.length() - 5) : name;
    }
  }

  @Override
  public Lowered lower(List<Source> sources, Options options) {
    ClassSource known = library == null ? SignatureIndex.bundled() : library;
    if (options.classPath().isEmpty()) {
      return lower(sources, options, known, known);
    }
    try (ClassPath classPath = new ClassPath(options.classPath())) {
      return lower(sources, options, new LayeredSource(List.of(classPath, known)), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lowered lower(
      List<Source> sources, Options options, ClassSource all, ClassSource library) {
    List<Job> jobs = new ArrayList<>();
    sources.stream()
        .sorted(Comparator.comparing(Source::name))
        .forEach(source -> jobs.add(new Job(source)));
    Workers workers = new Workers(Math.max(1, options.threads()));
    workers.run(jobs, job -> scan(job, options.encoding()), JavaParserFrontEnd::overflow);
    ProjectIndex index = new ProjectIndex(all);
    for (Job job : jobs) {
      if (job.raw != null) {
        job.scope = index.add(job.raw);
        job.raw = null;
      }
    }
    Project project = new Project(index);
    AtomicInteger done = new AtomicInteger();
    workers.run(
        jobs,
        job -> {
          if (job.scope != null) {
            lower(job, project);
          }
          options.progress().accept(done.incrementAndGet());
        },
        JavaParserFrontEnd::overflow);
    List<Unit> units = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int calls = 0;
    int resolved = 0;
    for (Job job : jobs) {
      if (job.problem != null) {
        problems.add(job.problem);
      }
      if (job.lowered != null) {
        units.add(job.lowered.unit());
        calls += job.lowered.all();
        resolved += job.lowered.known();
      }
    }
    Types types = new Supertypes(units, project.mentioned(), index, library);
    return new Lowered(units, types, problems, new Resolution(resolved, calls));
  }

  private static void scan(Job job, Charset encoding) {
    try {
      job.text = SourceText.read(job.source.path(), encoding);
      job.raw = SignatureScanner.file(job.text, job.implicitName());
    } catch (SourceText.Unreadable e) {
      job.fail(e.getMessage(), Problem.Kind.UNREADABLE);
    }
  }

  private static void lower(Job job, Project project) {
    String text = job.text;
    job.text = null;
    LineMap lines = LineMap.of(text);
    ParseResult<CompilationUnit> parsed = Parsing.file(text);
    Recovery.Recovered left = new Recovery.Recovered(parsed, List.of(), true);
    if (!parsed.isSuccessful()) {
      left = Recovery.parse(text, lines, parsed);
      if (!left.complete()) {
        job.problem = SyntaxErrors.first(job.source.name(), lines, text, parsed.getProblems());
      }
    }
    FileScope scope = job.scope;
    job.scope = null;
    job.lowered =
        UnitLowering.lower(
            project,
            scope,
            new UnitLowering.Text(job.source.name(), job.implicitName(), text, lines),
            new UnitLowering.Parsed(left.tree(), left.localEnums(), left.complete()));
  }

  /** One file's fault is told and never keeps the others from being read. */
  private static void overflow(Job job, Throwable fault) {
    job.text = null;
    if (fault instanceof StackOverflowError) {
      job.fail(
          "passed over: its expressions are nested too deeply to be analysed",
          Problem.Kind.SKIPPED);
    } else {
      job.problem = Problem.internal(job.source.name(), "could not be analysed", fault);
    }
  }
}
