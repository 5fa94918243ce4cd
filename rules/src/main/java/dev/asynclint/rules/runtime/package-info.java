/** Executors, pools and proxies that do not work as they are set up. */
package dev.asynclint.rules.runtime;
