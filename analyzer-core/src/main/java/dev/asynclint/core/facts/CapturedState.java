package dev.asynclint.core.facts;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A variable that a closure keeps alive although it asks little of it.
 *
 * @param variable its name
 * @param type its erased type
 * @param place the first use inside the closure
 * @param asked what is asked of it as an expression, such as {@code body.length} or {@code
 *     lines.get(…)}
 * @param keeper the call that is given the closure and keeps it after it has returned
 * @param made the call or creation that makes it large; empty when its type alone says so
 * @param holdsMuch whether it keeps much alive by its nature or by what made it
 * @param bytes its size where the source states it; not negative
 */
public record CapturedState(
    String variable,
    String type,
    Place place,
    String asked,
    CallSite keeper,
    Optional<CallSite> made,
    boolean holdsMuch,
    OptionalLong bytes) {}
