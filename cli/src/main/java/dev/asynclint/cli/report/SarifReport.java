package dev.asynclint.cli.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.engine.Problem;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A SARIF 2.1.0 log of one run. It holds no times, so that the same scan gives the same bytes. */
public final class SarifReport implements Report {
  private static final URI SCHEMA =
      URI.create(
          "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
              + "sarif-schema-2.1.0.json");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Result.class, StatedLevel.class)
          .addMixIn(ReportingConfiguration.class, StatedDefault.class)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private final int exitCode;

  /** A report of a run that ends with this exit status. */
  public SarifReport(int exitCode) {
    this.exitCode = exitCode;
  }

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    SarifSchema210 log =
        new SarifSchema210()
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run(result)));
    log.set$schema(SCHEMA);
    MAPPER.writer(Json.printer()).writeValue(out, log);
    out.write('\n');
  }

  /** The model drops a level of "warning" as the default; a rule's own level would take over. */
  private abstract static class StatedLevel {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Result.Level level;
  }

  /** A reader should not need to know the default. */
  private abstract static class StatedDefault {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    ReportingConfiguration.Level level;
  }

  private Run run(ScanResult result) {
    SarifPlaces places = new SarifPlaces(result);
    ArtifactLocation root =
        new ArtifactLocation()
            .withDescription(new Message().withText("The folder the scan started from."));
    return new Run()
        .withTool(new com.contrastsecurity.sarif.Tool().withDriver(driver(result)))
        .withInvocations(List.of(invocation(result, places)))
        .withOriginalUriBaseIds(
            new OriginalUriBaseIds().withAdditionalProperty(SarifPlaces.ROOT, root))
        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
        .withResults(new SarifResults(result, places).all());
  }

  private static ToolComponent driver(ScanResult result) {
    return new ToolComponent()
        .withName(Tool.NAME)
        .withOrganization(Tool.NAME)
        .withSemanticVersion(Tool.version())
        .withShortDescription(
            new MultiformatMessageString()
                .withText("Finds the code that stalls an asynchronous Java program."))
        .withRules(SarifRules.of(result.rules().rules()));
  }

  private Invocation invocation(ScanResult result, SarifPlaces places) {
    boolean successful =
        result.problems().stream().noneMatch(one -> one.kind() == Problem.Kind.INTERNAL);
    return new Invocation()
        .withExecutionSuccessful(successful)
        .withExitCode(exitCode)
        .withToolExecutionNotifications(
            result.problems().stream().map(one -> notification(one, places)).toList());
  }

  private static Notification notification(Problem problem, SarifPlaces places) {
    Notification notification =
        new Notification()
            .withLevel(
                problem.kind() == Problem.Kind.SKIPPED
                    ? Notification.Level.NOTE
                    : Notification.Level.ERROR)
            .withMessage(new Message().withText(RulePage.sentence(problem.message())));
    if (problem.file().isEmpty()) {
      return notification;
    }
    PhysicalLocation place =
        new PhysicalLocation().withArtifactLocation(places.file(problem.file()));
    if (problem.line() > 0) {
      Region region = new Region().withStartLine(problem.line());
      place.setRegion(problem.column() > 0 ? region.withStartColumn(problem.column()) : region);
    }
    return notification.withLocations(Set.of(new Location().withPhysicalLocation(place)));
  }
}
