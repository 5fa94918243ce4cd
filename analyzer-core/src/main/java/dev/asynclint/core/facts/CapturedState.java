package dev.asynclint.core.facts;

import java.util.OptionalLong;

/**
 * A variable that a closure keeps alive although it asks little of it.
 *
 * @param variable its name
 * @param type its erased type
 * @param place the first use inside the closure
 * @param asked the one member asked
 * @param keeper the call that is given the closure
 * @param holdsMuch whether objects of the type keep much alive by their nature
 * @param bytes its size where the source states it
 */
public record CapturedState(
    String variable,
    String type,
    Place place,
    String asked,
    CallSite keeper,
    boolean holdsMuch,
    OptionalLong bytes) {}
