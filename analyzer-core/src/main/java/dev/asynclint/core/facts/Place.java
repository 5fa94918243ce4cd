package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;

/**
 * A name token in a file.
 *
 * @param length UTF-16 units of the token, at least 1
 */
public record Place(Unit unit, Origin origin, int length) {
  /** File name and line, as steps of a path show it. */
  public String brief() {
    String file = unit.file();
    return file.substring(file.lastIndexOf('/') + 1) + ":" + unit.lines().line(origin.anchor());
  }

  /** By the name of the file: a unit's own hash goes through all its steps. */
  @Override
  public int hashCode() {
    return unit.file().hashCode() * 31 + origin.hashCode();
  }
}
