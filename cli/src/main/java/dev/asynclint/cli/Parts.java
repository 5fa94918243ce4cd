package dev.asynclint.cli;

import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.util.function.Supplier;

/**
 * What the commands are made of.
 *
 * @param frontEnd made when a scan needs it
 * @param knowledge read when a scan needs it
 * @param rules all that are installed, loaded when a command needs them
 */
record Parts(Supplier<FrontEnd> frontEnd, Supplier<Knowledge> knowledge, Supplier<RuleSet> rules) {

  /** What ships. */
  static Parts shipped() {
    return new Parts(JavaParserFrontEnd::new, KnowledgeFiles::shipped, RuleSet::installed);
  }
}
