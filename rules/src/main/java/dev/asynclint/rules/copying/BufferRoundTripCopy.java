package dev.asynclint.rules.copying;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.RoundTrips;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports buffers that are copied into an array only to become a buffer or a text again. */
@AutoService(Rule.class)
@AsyncRule(
    id = "buffer-round-trip-copy",
    family = Family.COPYING,
    severity = Severity.INFO,
    summary = "Buffer copied into an array that is wrapped or read again at once",
    why =
        """
        The bytes are copied out of a buffer, often one outside the heap, into a new array, and from there
        into another object. For bodies of megabytes each copy is a large allocation that goes straight to
        the old generation.
        """,
    bad =
        """
        String text(Buffer body) {
          return new String(body.getBytes(), StandardCharsets.UTF_8); // expect: buffer-round-trip-copy
        }
        """,
    good =
        """
        String text(Buffer body) {
          return body.toString(StandardCharsets.UTF_8);
        }
        """,
    whenNot =
        """
        When the copy is the point: the buffer is about to be released or written to by somebody else.
        """,
    limits =
        """
        The array has to be made and used in a single expression.
        """,
    imports = {"io.vertx.core.buffer.Buffer", "java.nio.charset.StandardCharsets"},
    references = {"Netty: ByteBuf, derived buffers", "Vert.x: Buffer"},
    wave = 2)
public final class BufferRoundTripCopy implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return RoundTrips.of(program).all().map(this::finding);
  }

  private Finding finding(RoundTrips.RoundTrip trip) {
    return Report.by(this, trip.copied().place())
        .says(
            "'%s' copies the buffer into an array that only '%s' uses",
            trip.copied().display(), trip.wrapped().display())
        .label("one array more")
        .help("use the buffer itself: a slice, a duplicate, or its own method for text")
        .build();
  }
}
