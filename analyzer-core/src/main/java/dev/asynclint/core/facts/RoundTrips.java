package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Value;
import dev.asynclint.core.knowledge.Effect;
import java.util.Optional;
import java.util.stream.Stream;

/** Buffers copied into an array that is wrapped in a buffer, or read as text, right away. */
public final class RoundTrips {
  private final Program program;
  private final Models models;

  private RoundTrips(Program program) {
    this.program = program;
    this.models = program.models();
  }

  /** The round trips of a program. */
  public static RoundTrips of(Program program) {
    return program.derived(RoundTrips.class, RoundTrips::new);
  }

  /**
   * Bytes on their way through an array.
   *
   * @param copied copies a buffer into an array
   * @param wrapped makes a buffer or a text of the array, which nothing else uses
   */
  public record RoundTrip(CallSite copied, CallSite wrapped) {}

  /** Every round trip, in the order of the program. */
  public Stream<RoundTrip> all() {
    return program
        .calls()
        .filter(this::makes)
        .flatMap(site -> copied(site).map(from -> new RoundTrip(from, site)).stream());
  }

  /** Whether a call makes a buffer, or a text, of a single value, and perhaps a charset. */
  private boolean makes(CallSite site) {
    boolean text = site.isNew() && site.effect(Effect.Copies.class).isPresent();
    boolean buffer =
        site.args().size() == 1
            && models.tagged(site.type(), "buffer")
            && (site.receiver() instanceof Value.TypeName || site.isNew());
    return (text && site.type().equals("java.lang.String")) || buffer;
  }

  private Optional<CallSite> copied(CallSite site) {
    if (site.args().isEmpty() || !(site.args().get(0) instanceof Value.Result)) {
      return Optional.empty();
    }
    CallSite from = models.values().resolve(site.body, site.args().get(0)).site();
    boolean copies =
        from != null
            && from.op instanceof Op.Call
            && from.type().equals("byte[]")
            && from.effect(Effect.Copies.class)
                .filter(one -> isBuffer(from, one.from()))
                .isPresent();
    return copies ? Optional.of(from) : Optional.empty();
  }

  private boolean isBuffer(CallSite site, int from) {
    String type = site.receiverType();
    return from == Effect.RECEIVER
        && models.tagged(type, "buffer")
        && !models.tagged(type, "in-memory")
        && !type.startsWith("java.lang.");
  }
}
