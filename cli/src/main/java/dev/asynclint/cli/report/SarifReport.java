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
import dev.asynclint.core.rule.Product;
import dev.asynclint.core.rule.RuleText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

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
  private final Consumer<String> notices;

  /**
   * A report of a run that ends with this exit status.
   *
   * @param notices told when findings had to be left out
   */
  public SarifReport(int exitCode, Consumer<String> notices) {
    this.exitCode = exitCode;
    this.notices = notices;
  }

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    write(result, SarifCut.RESULTS, SarifCut.PACKED_BYTES, out);
  }

  /** The same, for services that take that many results and bytes. */
  void write(ScanResult result, int results, long packedBytes, Writer out) throws IOException {
    SarifCut cut = SarifCut.of(result, results);
    SarifSchema210 log = log(result, cut);
    long size = packed(log);
    while (size > packedBytes && cut.size() > 0) {
      // A little less than in proportion: what all results share does not shrink.
      cut = SarifCut.of(result, (int) (cut.size() * 0.95 * packedBytes / size));
      log = log(result, cut);
      size = packed(log);
    }
    MAPPER.writer(Json.printer()).writeValue(out, log);
    out.write('\n');
    cut.notice().ifPresent(notices);
  }

  /** How large a log is when it is uploaded, in bytes. */
  private static long packed(SarifSchema210 log) throws IOException {
    CountingStream counter = new CountingStream();
    try (OutputStream packed = new GZIPOutputStream(counter)) {
      MAPPER.writer(Json.printer()).writeValue(packed, log);
    }
    return counter.count;
  }

  /** Keeps no byte. */
  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  private SarifSchema210 log(ScanResult result, SarifCut cut) {
    SarifSchema210 log =
        new SarifSchema210()
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run(result, cut)));
    log.set$schema(SCHEMA);
    return log;
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

  private Run run(ScanResult result, SarifCut cut) {
    SarifPlaces places = new SarifPlaces(result);
    ArtifactLocation root =
        new ArtifactLocation()
            .withDescription(new Message().withText("The folder the scan started from."));
    return new Run()
        .withTool(new com.contrastsecurity.sarif.Tool().withDriver(driver(result)))
        .withInvocations(List.of(invocation(result, cut, places)))
        .withOriginalUriBaseIds(
            new OriginalUriBaseIds().withAdditionalProperty(SarifPlaces.ROOT, root))
        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
        .withResults(new SarifResults(result, places).of(cut));
  }

  private static ToolComponent driver(ScanResult result) {
    return new ToolComponent()
        .withName(Tool.NAME)
        .withOrganization(Tool.NAME)
        .withSemanticVersion(Tool.version())
        .withInformationUri(URI.create(Product.ADDRESS))
        .withShortDescription(new MultiformatMessageString().withText(Product.SUMMARY))
        .withRules(SarifRules.of(result.rules().rules()));
  }

  private Invocation invocation(ScanResult result, SarifCut cut, SarifPlaces places) {
    boolean successful =
        result.problems().stream().noneMatch(one -> one.kind() == Problem.Kind.INTERNAL);
    List<Notification> notifications = new ArrayList<>();
    cut.notice()
        .ifPresent(
            text ->
                notifications.add(
                    new Notification()
                        .withLevel(Notification.Level.WARNING)
                        .withMessage(new Message().withText(RuleText.sentence(text)))));
    result.problems().forEach(one -> notifications.add(notification(one, places)));
    return new Invocation()
        .withExecutionSuccessful(successful)
        .withExitCode(exitCode)
        .withToolExecutionNotifications(notifications);
  }

  private static Notification notification(Problem problem, SarifPlaces places) {
    Notification notification =
        new Notification()
            .withLevel(
                problem.kind() == Problem.Kind.SKIPPED
                    ? Notification.Level.NOTE
                    : Notification.Level.ERROR)
            .withMessage(new Message().withText(RuleText.sentence(problem.message())));
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
