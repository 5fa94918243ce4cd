/** Tests of reading and resolving declarations. */
package dev.asynclint.javaparser.resolve;
