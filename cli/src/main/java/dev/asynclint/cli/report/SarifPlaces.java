package dev.asynclint.cli.report;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.rule.Location;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Places in the words of SARIF. */
final class SarifPlaces {
  /** What relative addresses start from. */
  static final String ROOT = "%SRCROOT%";

  private static final int CONTEXT_LINES = 2;

  private final ScanResult result;

  SarifPlaces(ScanResult result) {
    this.result = result;
  }

  /** A file, relative to the root. */
  ArtifactLocation file(String name) {
    String relative =
        result
            .sources()
            .path(name)
            .filter(path -> path.startsWith(result.root()))
            .map(path -> slashed(result.root().relativize(path)))
            .orElse(name);
    return new ArtifactLocation().withUri(uri(relative)).withUriBaseId(ROOT);
  }

  /** A place without its surroundings. */
  PhysicalLocation place(Location location) {
    return new PhysicalLocation()
        .withArtifactLocation(file(location.file()))
        .withRegion(region(location));
  }

  /** A place with the text there and the lines around it. */
  PhysicalLocation placeInContext(Location location) {
    Sources.Text text = result.sources().text(location.file());
    int first = Math.max(location.startLine() - CONTEXT_LINES, 1);
    int last = Math.min(location.endLine() + CONTEXT_LINES, text.lines().lines());
    PhysicalLocation place = place(location);
    if (text.text().isEmpty() || last < first) {
      return place;
    }
    place.getRegion().setSnippet(new ArtifactContent().withText(text.slice(location)));
    return place.withContextRegion(
        new Region()
            .withStartLine(first)
            .withEndLine(last)
            .withSnippet(new ArtifactContent().withText(text.lines(first, last))));
  }

  /** Four values, so that no reader has to guess one. */
  static Region region(Location location) {
    return new Region()
        .withStartLine(location.startLine())
        .withStartColumn(location.startColumn())
        .withEndLine(location.endLine())
        .withEndColumn(location.endColumn());
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String uri(String path) {
    try {
      // A colon in the first part would read as a scheme.
      String safe = path.split("/", 2)[0].indexOf(':') >= 0 ? "./" + path : path;
      return new URI(null, null, safe, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
