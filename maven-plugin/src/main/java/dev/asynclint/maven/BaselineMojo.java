package dev.asynclint.maven;

import dev.asynclint.cli.baseline.Baseline;
import dev.asynclint.cli.baseline.BaselineFile;
import dev.asynclint.cli.report.Counted;
import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes down what all modules of a build are known for, so that <code>check</code> fails for what
 * is new alone.
 */
@Mojo(
    name = "baseline",
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class BaselineMojo extends AbstractScanMojo {
  /** The file to write, from the root of the build. */
  @Parameter(property = "asynclint.baseline", defaultValue = "asynclint-baseline.json")
  private String baseline;

  /** Replaces a baseline that is there. */
  @Parameter(property = "asynclint.update", defaultValue = "false")
  private boolean update;

  /** For Maven, which sets the parameters. */
  public BaselineMojo() {}

  @Override
  List<MavenProject> projects() {
    return session().getProjects();
  }

  @Override
  void check(List<String> faults) {
    if (!update && Files.exists(file())) {
      faults.add(baseline + ": is already there; -Dasynclint.update replaces it");
    }
  }

  @Override
  void conclude(ScanResult result) throws MojoExecutionException {
    Baseline made = Baseline.of(result);
    try {
      new ReportFile(file()).write(out -> BaselineFile.write(made, out));
    } catch (IOException e) {
      throw refused(List.of(baseline + ": cannot be written: " + e.getMessage()));
    }
    getLog().info(baseline + ": " + Counted.of(made.size(), "finding") + " known");
  }

  private Path file() {
    return root().resolve(baseline);
  }
}
