/** Where in the user's source something happens: frames told apart, lines named. */
package dev.asynclint.runtime.site;
