package dev.asynclint.core.facts;

/**
 * A way to run another body.
 *
 * @param said what the link does, or null when it is a plain call: these are many
 * @param in the body that runs meanwhile; null when none does, as where a closure runs later
 */
record Edge(Body to, Confidence confidence, CallSite site, String said, Body in) {

  /** How the other body comes to run, when this one does. */
  Reach after(Reach from, Permits permits) {
    return new Reach(
        to,
        from.context(),
        from.confidence().and(confidence).and(Confidence.after(from.length() + 1)),
        from,
        site.place(),
        said == null ? "calls " + to.display() : said,
        from.length() + 1,
        said == null ? site : null,
        permits.inside(to, in == null ? null : permits.inside(in, from.permit())));
  }
}
