/** Makes, checks and regenerates the bundled signature index; nothing here ships. */
package dev.asynclint.javaparser.index;
