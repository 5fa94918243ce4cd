package dev.asynclint.rules.runtime;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.SelfCalls;
import dev.asynclint.core.facts.SelfCalls.SelfCall;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports annotations that a call within the same object passes by. */
@AutoService(Rule.class)
@AsyncRule(
    id = "async-self-invocation",
    family = Family.RUNTIME,
    severity = Severity.WARNING,
    summary = "Annotation without effect, since the object calls itself",
    why =
        """
        Frameworks make `@Async`, `@Transactional`, `@Cacheable` and the like work by handing out a
        proxy in place of the object. A method that calls another one of the same object calls it
        directly: the work that should have run on a pool runs on the caller's thread, a request
        thread or an event loop, and blocks it; the transaction never starts; the cache is not asked.
        Nothing fails, so tests do not show it.
        """,
    bad =
        """
        public void register(String address) {
          welcome(address); // expect: async-self-invocation
        }

        @Async
        public void welcome(String address) {
          System.out.println("sends a mail to " + address);
        }
        """,
    good =
        """
        private final Mails mails;

        Example(Mails mails) {
          this.mails = mails;
        }

        public void register(String address) {
          mails.welcome(address);
        }

        static class Mails {
          @Async
          public void welcome(String address) {
            System.out.println("sends a mail to " + address);
          }
        }
        """,
    whenNot =
        """
        When the caller wants the plain method: then a private method without the annotation, called
        by both, says so.
        """,
    limits =
        """
        A caller that carries the same annotation is taken to have started what it stands for. Where
        a configuration class asks for weaving by AspectJ the rule is silent.
        """,
    imports = {"org.springframework.scheduling.annotation.Async"},
    references = {
      "Spring Framework reference, understanding AOP proxies: https://docs.spring.io/spring-framework/reference/core/aop/proxying.html",
      "Spring Framework, @EnableAsync: https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/scheduling/annotation/EnableAsync.html"
    })
public final class AsyncSelfInvocation implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return SelfCalls.of(program).all().map(this::finding);
  }

  private Finding finding(SelfCall call) {
    return Report.by(this, call.site().place())
        .says(
            "@%s has no effect on '%s' here: the object calls itself, not its proxy%s",
            call.annotation(),
            call.site().display(),
            call.asynchronous() ? ", so the work runs on this thread" : "")
        .label("passes the proxy by")
        .help("move the method to another bean, and call it there")
        .build();
  }
}
