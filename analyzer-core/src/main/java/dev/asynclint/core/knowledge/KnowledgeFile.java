package dev.asynclint.core.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one file says, in the order of its lines.
 *
 * @param types the types it opens, with their tags
 * @param dialect empty when none is named
 * @param words words of names, by what they say
 */
record KnowledgeFile(
    String dialect,
    Map<String, Set<String>> types,
    List<Member> members,
    List<Knowledge.Hook> hooks,
    List<Knowledge.AnnotationModel> annotations,
    Map<Knowledge.Phase, Set<String>> words) {}
