package dev.asynclint.rules.cancellation;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.UnboundedCalls;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports remote calls and clients that wait for the other side without a bound. */
@AutoService(Rule.class)
@AsyncRule(
    id = "remote-call-without-timeout",
    family = Family.CANCELLATION,
    severity = Severity.WARNING,
    summary = "Remote call or client without a timeout",
    why =
        """
        Many clients wait for an answer for ever unless told otherwise. A peer that accepts the
        connection and then says nothing, behind a firewall that drops packets or in a process that
        hangs, keeps the calling thread until the process ends. With a steady flow of requests every
        thread of the caller ends up there: one slow service stops all that depend on it.
        """,
    bad =
        """
        String page(HttpClient client, URI address) throws Exception {
          HttpRequest request = HttpRequest.newBuilder(address).build();
          return client.send(request, BodyHandlers.ofString()).body(); // expect: remote-call-without-timeout
        }
        """,
    good =
        """
        String page(HttpClient client, URI address) throws Exception {
          HttpRequest request =
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
          return client.send(request, BodyHandlers.ofString()).body();
        }
        """,
    whenNot =
        """
        A tool that one person runs and can stop may wait. A stream that is meant to stay open needs
        a bound on its silence rather than on the whole, such as a heartbeat.
        """,
    limits =
        """
        Reported only where everything done to the request, connection or client is in sight: one
        that comes from a method, a parameter or an injected builder may be bounded there. A timeout
        of the client in java.net.http ends once it is connected, so it does not count. Clients whose
        defaults have a bound, such as OkHttp's ten seconds, are fine as they are.
        """,
    imports = {
      "java.net.URI",
      "java.net.http.HttpClient",
      "java.net.http.HttpRequest",
      "java.net.http.HttpResponse.BodyHandlers",
      "java.time.Duration"
    },
    references = {
      "java.net.http.HttpRequest.Builder: timeout(Duration)",
      "java.net.URLConnection: setReadTimeout(int), 0 means infinite",
      "Spring Framework: SimpleClientHttpRequestFactory"
    })
public final class RemoteCallWithoutTimeout implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return UnboundedCalls.of(program).calls().map(this::finding);
  }

  private Finding finding(CallSite call) {
    boolean waits = !call.waitsFor().isEmpty();
    return Report.by(this, call.place())
        .says(
            waits
                ? "'%s' waits for the other side without a bound: no timeout is set for it"
                : "'%s' makes a client that waits without a bound: no timeout is set for it",
            call.display())
        .label(waits ? "may never return" : "its calls may never return")
        .help("set a timeout for connecting and one for the answer")
        .build();
  }
}
