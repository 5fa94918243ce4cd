package dev.asynclint.javaparser.lowering;

import dev.asynclint.core.ir.Target;
import dev.asynclint.javaparser.resolve.Assignability;
import dev.asynclint.javaparser.resolve.Overloads;
import dev.asynclint.javaparser.resolve.ProjectIndex;
import dev.asynclint.javaparser.resolve.TypeTable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the files of one run share. Safe for use by several threads. */
public final class Project {
  final ProjectIndex index;
  final TypeTable table;
  final Overloads overloads;
  final Assignability assignability;
  final ConstantFields constants;
  private final Map<Target, Target> targets = new ConcurrentHashMap<>();
  private final Set<String> mentioned = ConcurrentHashMap.newKeySet();

  /** A project whose files have all been added to the index. */
  public Project(ProjectIndex index) {
    this.index = index;
    this.table = new TypeTable(index);
    this.overloads = new Overloads(table);
    this.assignability = new Assignability(table);
    this.constants = new ConstantFields(index);
  }

  /** Notes that a unit mentions a type. */
  String mention(String type) {
    mentioned.add(type);
    return type;
  }

  /** Erased names of the types the units mention. */
  public Set<String> mentioned() {
    return Collections.unmodifiableSet(mentioned);
  }

  /** One instance for equal targets. */
  Target shared(Target target) {
    Target known = targets.putIfAbsent(target, target);
    return known == null ? target : known;
  }
}
