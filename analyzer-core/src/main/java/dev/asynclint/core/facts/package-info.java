/**
 * What the core derives from units and knowledge: contexts, summaries, lock regions, chains. The
 * only view of a program that rules have.
 *
 * <p>Invariant: answers are three-valued; knowing less can only remove findings.
 */
package dev.asynclint.core.facts;
