package dev.asynclint.cli;

import dev.asynclint.cli.prove.ProofReport;
import dev.asynclint.cli.prove.Prover;
import dev.asynclint.cli.scan.Nearest;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.prove.Proof;
import dev.asynclint.prove.Twins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the twins of rules and compares what is measured with what the rules say. */
@Command(
    name = "prove",
    description = "Measures on this machine what rules claim.",
    mixinStandardHelpOptions = true,
    versionProvider = Asynclint.Version.class,
    footer = {
      "",
      "Each rule has two programs: the bad twin must break a budget at the line the rule blames,",
      "the good twin must keep it. Budgets of the configuration count for both.",
      "Twins for a later Java than the one that runs are named and not run.",
      "Exit status: 0 nothing refuted, 1 a rule is refuted, 2 wrong usage, 3 internal error."
    })
final class ProveCommand implements Callable<Integer> {
  private static final String TWINS = "asynclint.twins";

  private final Terminal terminal;
  private final Parts parts;

  @Parameters(
      paramLabel = "RULE",
      arity = "0..*",
      description = "Ids of rules. Default: all rules.")
  private List<String> ids = List.of();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      converter = Choices.ProofsConverter.class,
      description = "text, md or json.")
  private ProofReport.Format format;

  @Option(
      names = "--twins",
      paramLabel = "JAR",
      description = "The programs. Default: those the launcher has built.")
  private Path jar;

  @Mixin private ConfigOptions configuration;

  ProveCommand(Terminal terminal, Parts parts) {
    this.terminal = terminal;
    this.parts = parts;
  }

  @Override
  public Integer call() throws IOException {
    List<String> faults = new ArrayList<>();
    RuleSet installed = parts.rules().get();
    List<RuleInfo> rules = chosen(installed, faults);
    Path twins = twins(faults);
    Config config = configuration.read(terminal, List.of("."), installed, faults);
    if (!faults.isEmpty()) {
      throw new UsageException(faults);
    }
    Prover prover = prover(twins, config);
    List<Proof> proofs = new ArrayList<>();
    for (RuleInfo rule : rules) {
      if (terminal.errIsTerminal()) {
        terminal
            .err()
            .print("\r\u001b[K" + (rules.indexOf(rule) + 1) + "/" + rules.size() + " " + rule.id());
        terminal.err().flush();
      }
      proofs.addAll(prover.prove(rule.rule(), rule.id()));
    }
    if (terminal.errIsTerminal()) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
    ProofReport.write(proofs, format, terminal.out());
    return proofs.stream().anyMatch(proof -> proof.verdict() == Proof.Verdict.REFUTED)
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
  }

  private Prover prover(Path twins, Config config) {
    try {
      Twins programs = new Twins(List.of(twins), twins);
      return new Prover(parts.frontEnd().get(), parts.knowledge().get(), programs, config);
    } catch (UncheckedIOException e) {
      throw new UsageException(
          List.of(twins.getFileName() + ": is no jar of twins: " + e.getCause().getMessage()));
    }
  }

  private List<RuleInfo> chosen(RuleSet installed, List<String> faults) {
    if (ids.isEmpty()) {
      return installed.rules();
    }
    List<RuleInfo> chosen = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      installed
          .byId(id)
          .ifPresentOrElse(
              chosen::add,
              () ->
                  faults.add(
                      "unknown rule '%s'%s".formatted(id, Nearest.question(id, installed.ids()))));
    }
    return chosen;
  }

  private Path twins(List<String> faults) {
    String built = System.getProperty(TWINS);
    Path path =
        jar != null ? terminal.directory().resolve(jar) : built == null ? null : Path.of(built);
    if (path == null) {
      faults.add("there are no twins here; run ./asynclint prove in a clone, or give --twins JAR");
    } else if (!Files.isRegularFile(path)) {
      faults.add((jar != null ? jar : path) + ": there is no such file; it would hold the twins");
    }
    return path;
  }
}
