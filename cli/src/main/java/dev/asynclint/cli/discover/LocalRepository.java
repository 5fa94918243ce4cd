package dev.asynclint.cli.discover;

import dev.asynclint.cli.discover.Pom.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder Maven keeps what it has downloaded in. */
record LocalRepository(Path folder) {

  /** That of the user who runs this. */
  static LocalRepository ofUser() {
    String home = System.getProperty("user.home", "");
    return new LocalRepository(Path.of(home, ".m2", "repository").toAbsolutePath());
  }

  /** Where the POM of an artifact would be. */
  Path pom(Artifact artifact) {
    return file(artifact, "pom");
  }

  /** The jar of an artifact, if it is here. */
  Optional<Path> jar(Artifact artifact) {
    return Optional.of(file(artifact, "jar")).filter(Files::isRegularFile);
  }

  private Path file(Artifact artifact, String extension) {
    return folder
        .resolve(artifact.group().replace('.', '/'))
        .resolve(artifact.name())
        .resolve(artifact.version())
        .resolve(artifact.name() + "-" + artifact.version() + "." + extension);
  }
}
