package dev.asynclint.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of all modules, without their tests and without fixtures. */
final class Production {
  static final String ANALYZER = "dev.asynclint.core..";
  static final String ENGINE = "dev.asynclint.core.engine..";
  static final String FACTS = "dev.asynclint.core.facts..";
  static final String IR = "dev.asynclint.core.ir..";
  static final String KNOWLEDGE = "dev.asynclint.core.knowledge..";
  static final String RULE = "dev.asynclint.core.rule..";
  static final String RULES = "dev.asynclint.rules..";
  static final String FRONT_END = "dev.asynclint.javaparser..";
  static final String PLUGIN = "dev.asynclint.errorprone..";
  static final String LOWERING = "dev.asynclint.errorprone.lowering..";
  static final String CLI = "dev.asynclint.cli..";
  static final String RUNTIME = "dev.asynclint.runtime..";
  static final String RUNTIME_JUNIT = "dev.asynclint.runtime.junit..";
  static final String BUDGET = "dev.asynclint.runtime.budget..";
  static final String JDK = "java..";

  /** Imported once: reading class files is what costs. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.asynclint");

  private Production() {}
}
