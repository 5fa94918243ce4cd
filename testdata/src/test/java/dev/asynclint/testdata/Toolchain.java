package dev.asynclint.testdata;

import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.ir.IrValidator;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** What ships, put together the way the command line does it. */
final class Toolchain {
  /** Every shipped rule. */
  static final List<Rule> RULES =
      ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get).toList();

  /** Knows the libraries of the bundled index. */
  static final FixtureRunner FULL = runner(new JavaParserFrontEnd());

  /** Knows the sources alone, not even the JDK. */
  static final FixtureRunner SOURCES_ALONE = runner(new JavaParserFrontEnd(new NoLibraries()));

  /** Knows what javac knows. */
  static final FixtureRunner JAVAC = runner(new JavacFrontEnd(false));

  /** The same, also of sources with errors. */
  static final FixtureRunner JAVAC_LENIENT = runner(new JavacFrontEnd(true));

  private Toolchain() {}

  /** Ids of the shipped rules. */
  static Set<String> ruleIds() {
    return RULES.stream().map(rule -> metadata(rule).id()).collect(Collectors.toSet());
  }

  /** What a rule says of itself. */
  static AsyncRule metadata(Rule rule) {
    return rule.getClass().getAnnotation(AsyncRule.class);
  }

  private static FixtureRunner runner(FrontEnd frontEnd) {
    Analyzer analyzer = new Analyzer(KnowledgeFiles.shipped(), RULES);
    return new FixtureRunner(frontEnd, analyzer, IrValidator::validate);
  }

  private static final class NoLibraries implements ClassSource {
    @Override
    public Optional<ClassInfo> find(String name) {
      return Optional.empty();
    }

    @Override
    public boolean hasPackage(String name) {
      return false;
    }

    @Override
    public List<String> packageTypes(String name) {
      return List.of();
    }

    @Override
    public List<String> modulePackages(String module) {
      return List.of();
    }
  }
}
