/**
 * Sockets for which tasks wait without keeping a thread. An operation tries at once and waits only
 * when that would block; the worker that has nothing else to do waits for all of them.
 */
package dev.asynclint.runtime.net;
