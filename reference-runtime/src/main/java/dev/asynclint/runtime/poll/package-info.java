/** What an asynchronous computation is, and what drives it: the contract all others build on. */
package dev.asynclint.runtime.poll;
