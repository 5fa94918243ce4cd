package dev.asynclint.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.asynclint.architecture.Production.BUDGET;
import static dev.asynclint.architecture.Production.CLASSES;
import static dev.asynclint.architecture.Production.FACTS;
import static dev.asynclint.architecture.Production.IR;
import static dev.asynclint.architecture.Production.JDK;
import static dev.asynclint.architecture.Production.RULE;
import static dev.asynclint.architecture.Production.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.suppress.UnusedSuppression;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What a rule may see, hold and do. */
class RuleFenceTest {
  /** A rule names the thread it found in its message; it cannot ask knowledge for more. */
  private static final DescribedPredicate<JavaClass> CONTEXT = type(Context.class);

  /** The annotation that lists a rule for the service loader; gone at run time. */
  private static final String LISTING = "com.google.auto.service";

  private static final DescribedPredicate<JavaClass> INSTANTIABLE =
      describe(
          "be public with a public constructor without parameters",
          rule ->
              rule.getModifiers().contains(JavaModifier.PUBLIC)
                  && rule.tryGetConstructor()
                      .filter(made -> made.getModifiers().contains(JavaModifier.PUBLIC))
                      .isPresent());

  @Test
  void rulesSeeFactsAndBudgetsAlone() {
    classes()
        .that()
        .resideInAPackage(RULES)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(RULES, RULE, FACTS, IR, BUDGET, JDK, LISTING).or(CONTEXT))
        .because("a rule asks for facts; API names are knowledge and thresholds are budgets")
        .check(CLASSES);
  }

  @Test
  void rulesDoNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage(RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            System.class,
            Runtime.class,
            Thread.class,
            ThreadLocal.class,
            ProcessBuilder.class,
            java.util.Random.class)
        .because("findings depend on the program scanned and on nothing else")
        .check(CLASSES);
  }

  @Test
  void rulesHoldNoState() {
    fields()
        .that()
        .areDeclaredInClassesThat(assignableTo(Rule.class))
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .because("one instance serves all threads and all programs")
        .check(CLASSES);
  }

  @Test
  void helpersOfRulesAreImmutable() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(RULES)
        .should()
        .beFinal()
        .because("what rules share is shared by threads as well")
        .check(CLASSES);
  }

  @Test
  void everyAnnotatedRuleIsOne() {
    classes()
        .that()
        .areAnnotatedWith(AsyncRule.class)
        .should()
        .implement(Rule.class)
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .andShould(ArchCondition.from(INSTANTIABLE))
        .because("rules are found by their annotation and made by the service loader")
        .check(CLASSES);
  }

  @Test
  void everyRuleIsAnnotated() {
    classes()
        .that()
        .resideInAPackage(RULES)
        .and()
        .implement(Rule.class)
        .should()
        .beAnnotatedWith(AsyncRule.class)
        .because("the annotation is the only place for what people read about a rule")
        .check(CLASSES);
  }

  @Test
  void everyRuleIsListedAndEveryListedRuleExists() {
    String[] written =
        CLASSES.stream()
            .filter(one -> one.isAnnotatedWith(AsyncRule.class))
            // What the engine reports after all rules is none of them.
            .filter(one -> !one.isEquivalentTo(UnusedSuppression.class))
            .map(JavaClass::getName)
            .toArray(String[]::new);

    assertThat(ServiceLoader.load(Rule.class).stream().map(listed -> listed.type().getName()))
        .as("the service file of the rules module")
        .containsExactlyInAnyOrder(written);
  }
}
