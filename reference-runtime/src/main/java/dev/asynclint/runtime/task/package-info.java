/** Tasks: their state, their handles, the sets they live in. */
package dev.asynclint.runtime.task;
