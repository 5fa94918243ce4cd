/** Tasks in direct style: a body that waits where it stands, on a thread of its own. */
package dev.asynclint.runtime.direct;
