package dev.asynclint.maven;

import dev.asynclint.cli.scan.ScanResult;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What all goals have in common: parameters that mean what the options of the command line mean,
 * and a scan of what Maven knows. Keeps no state between executions, so modules can be built side
 * by side.
 */
abstract class AbstractScanMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Does nothing at all. */
  @Parameter(property = "asynclint.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Where the paths in reports, the baseline and the configuration start from. Without it the
   * folder of the whole build: the one with a <code>.mvn</code> folder, else the one Maven was
   * started for.
   */
  @Parameter(property = "asynclint.root")
  private File root;

  /** Reads test sources too; only rules for tests report there. */
  @Parameter(property = "asynclint.tests", defaultValue = "false")
  private boolean tests;

  /** Reads sources below the build directory too. */
  @Parameter(property = "asynclint.generated", defaultValue = "false")
  private boolean generated;

  /** What to leave out of the source folders, in the language of <code>.gitignore</code>. */
  @Parameter(property = "asynclint.excludes")
  private List<String> excludes = List.of();

  /** Java release of the sources. Without it the one the compiler is told. */
  @Parameter(property = "asynclint.release")
  private Integer release;

  /** How the sources are written. */
  @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
  private String encoding;

  /** These rules alone: ids, families, <code>wave-N</code>, or <code>all</code>. */
  @Parameter(property = "asynclint.select")
  private List<String> select = List.of();

  /** Not these rules; stronger than <code>select</code>. */
  @Parameter(property = "asynclint.ignore")
  private List<String> ignore = List.of();

  /** Weakest confidence to report: <code>high</code>, <code>medium</code>, <code>low</code>. */
  @Parameter(property = "asynclint.minConfidence", defaultValue = "medium")
  private String minConfidence;

  /**
   * Configuration to use, from the root of the build. Without it the nearest <code>asynclint.toml
   * </code> of the module or above it, up to the root of the repository.
   */
  @Parameter(property = "asynclint.config")
  private String config;

  /** Uses no configuration. */
  @Parameter(property = "asynclint.noConfig", defaultValue = "false")
  private boolean noConfig;

  /** Reports only what lines changed since this commit of git take part in. */
  @Parameter(property = "asynclint.since")
  private String since;

  /** Threads that parse and run rules. Without it as many as there are processors. */
  @Parameter(property = "asynclint.jobs")
  private Integer jobs;

  /** Where reports go that name no file. */
  @Parameter(
      property = "asynclint.outputDirectory",
      defaultValue = "${project.build.directory}/asynclint")
  private File outputDirectory;

  /** Runs the scan and says what has come of it. */
  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("asynclint is skipped");
      return;
    }
    List<String> faults = new ArrayList<>();
    Modules modules = modules();
    check(faults);
    ProjectScan scan = new ProjectScan(modules, wanted(), getLog()::warn, faults);
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    if (scan.isEmpty()) {
      getLog().info("no Java sources here");
      return;
    }
    ScanResult result;
    try {
      result = scan.run();
    } catch (ProjectScan.RefusedException e) {
      throw refused(e.getMessage().lines().toList());
    } catch (RuntimeException | StackOverflowError e) {
      throw new MojoExecutionException("a fault in asynclint, please report it: " + e, e);
    }
    conclude(result);
  }

  /** Checks the parameters of the goal before the work; says what is wrong with them. */
  abstract void check(List<String> faults);

  /** Which projects are scanned together. */
  List<MavenProject> projects() {
    return List.of(project);
  }

  /** Name of the baseline whose findings are left out, from the root of the build. */
  Optional<String> known() {
    return Optional.empty();
  }

  /** Says what was found. */
  abstract void conclude(ScanResult result) throws MojoExecutionException, MojoFailureException;

  static MojoExecutionException refused(List<String> faults) {
    return new MojoExecutionException(String.join("\n", faults));
  }

  final MavenSession session() {
    return session;
  }

  final Path module() {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  final Path outputDirectory() {
    return outputDirectory.toPath();
  }

  /** Where the build starts; the module's own folder where that is elsewhere. */
  final Path root() {
    File given = root == null ? session.getRequest().getMultiModuleProjectDirectory() : root;
    Path folder =
        (given == null ? Path.of(session.getExecutionRootDirectory()) : given.toPath())
            .toAbsolutePath()
            .normalize();
    return root != null || module().startsWith(folder) ? folder : module();
  }

  private Modules modules() throws MojoExecutionException {
    try {
      return Modules.of(projects(), tests, generated);
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("the class path is not known yet: " + e.getMessage(), e);
    }
  }

  private ProjectScan.Wanted wanted() {
    return new ProjectScan.Wanted(
        root(),
        module(),
        excludes,
        Optional.ofNullable(release),
        Optional.ofNullable(encoding),
        select,
        ignore,
        minConfidence,
        noConfig,
        Optional.ofNullable(config),
        known(),
        Optional.ofNullable(since),
        jobs == null ? Runtime.getRuntime().availableProcessors() : jobs);
  }
}
