package dev.asynclint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.asynclint.architecture.Production.ANALYZER;
import static dev.asynclint.architecture.Production.CLASSES;
import static dev.asynclint.architecture.Production.CLI;
import static dev.asynclint.architecture.Production.ENGINE;
import static dev.asynclint.architecture.Production.FRONT_END;
import static dev.asynclint.architecture.Production.IR;
import static dev.asynclint.architecture.Production.JDK;
import static dev.asynclint.architecture.Production.KNOWLEDGE;
import static dev.asynclint.architecture.Production.LOWERING;
import static dev.asynclint.architecture.Production.PLUGIN;
import static dev.asynclint.architecture.Production.RUNTIME;
import static dev.asynclint.architecture.Production.RUNTIME_JUNIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.Unit;
import dev.asynclint.errorprone.lowering.JavacLowering;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.runtime.budget.Budgets;
import org.junit.jupiter.api.Test;

/** Arrows between modules and packages. */
class ModuleFenceTest {

  @Test
  void everyModuleWithClassesIsImported() {
    assertThat(CLASSES.contain(Unit.class)).isTrue();
    assertThat(CLASSES.contain(Budgets.class)).isTrue();
    assertThat(CLASSES.contain(ClassInfo.class)).isTrue();
    assertThat(CLASSES.contain(JavacLowering.class)).isTrue();
    assertThat(CLASSES.contain("dev.asynclint.maven.CheckMojo")).isTrue();
  }

  @Test
  void coreDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(ANALYZER)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ANALYZER, JDK)
        .because("the core is shared by all front ends and must fit on a compiler's class path")
        .check(CLASSES);
  }

  @Test
  void runtimeDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage(RUNTIME)
        .and()
        .resideOutsideOfPackage(RUNTIME_JUNIT)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(RUNTIME, JDK, "jdk.jfr..", "com.sun.management..")
        .because("what measures a breach must bring in nothing that could cause it")
        .check(CLASSES);
  }

  @Test
  void onlyTestsOfProgramsSeeJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(RUNTIME_JUNIT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", RUNTIME_JUNIT)
        .because("the library is optional: who does not test with it must not need it")
        .check(CLASSES);
  }

  @Test
  void frontEndsSeeTheIrAndTheirContractAlone() {
    classes()
        .that()
        .resideInAPackage(FRONT_END)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            FRONT_END, IR, ENGINE, JDK, "com.github.javaparser..", "org.objectweb.asm..")
        .because("a front end that sees more than the IR starts to decide what a rule should")
        .check(CLASSES);
  }

  @Test
  void frontEndsNeverSeeKnowledge() {
    noClasses()
        .that()
        .resideInAPackage(FRONT_END)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(KNOWLEDGE)
        .because("two front ends agree only as long as neither knows what a library does")
        .check(CLASSES);
  }

  @Test
  void onlyTheJavaParserFrontEndSeesJavaParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage(FRONT_END)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.javaparser..", "org.objectweb.asm..")
        .because("syntax trees and class files end at the IR")
        .check(CLASSES);
  }

  @Test
  void theLoweringOfJavacTreesSeesTheIrAndTheCompilerAlone() {
    classes()
        .that()
        .resideInAPackage(LOWERING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            LOWERING,
            IR,
            JDK,
            "javax.lang.model..",
            "javax.tools..",
            "com.sun.source..",
            "com.sun.tools.javac..")
        .because("it is a front end, and one that Error Prone's own versions do not touch")
        .check(CLASSES);
  }

  @Test
  void onlyThePluginSeesTheCompiler() {
    noClasses()
        .that()
        .resideOutsideOfPackage(PLUGIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.source..", "com.sun.tools..", "com.google.errorprone..")
        .because("javac and Error Prone change with every release; one module keeps up with them")
        .check(CLASSES);
  }

  @Test
  void onlyTheLoweringSeesJavacsOwnTrees() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LOWERING)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.tools.javac.tree..")
        .because(
            "the checks find their files and tell their findings through Error Prone's interface, "
                + "which takes com.sun.source trees; what a tree means is asked in one place")
        .check(CLASSES);
  }

  @Test
  void onlyTheMavenPluginSeesMaven() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.asynclint.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "dev.asynclint.maven..")
        .because("what scans must not care who asked for it")
        .check(CLASSES);
  }

  @Test
  void signaturesSeeNeitherParserNorClassFiles() {
    noClasses()
        .that()
        .resideInAPackage("dev.asynclint.javaparser.types")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.javaparser..", "org.objectweb.asm..")
        .because("a signature is the same whatever it was read from")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineSeesItsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "com.contrastsecurity..", "com.fasterxml..")
        .because("options and report formats concern the command line alone")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices()
        .matching("dev.asynclint.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package in a cycle cannot be understood, tested or moved by itself")
        .check(CLASSES);
  }
}
