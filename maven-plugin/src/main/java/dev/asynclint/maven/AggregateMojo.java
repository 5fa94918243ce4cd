package dev.asynclint.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Scans all modules of a build as one program, so that paths lead from one into another, and fails
 * the build for what stalls it. The modules must have been compiled in the same build or before.
 */
@Mojo(
    name = "aggregate",
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class AggregateMojo extends AbstractGateMojo {
  /** For Maven, which sets the parameters. */
  public AggregateMojo() {}

  @Override
  List<MavenProject> projects() {
    return session().getProjects();
  }
}
