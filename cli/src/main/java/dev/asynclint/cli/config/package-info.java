/** Shows, begins and describes configurations; what they mean is decided in the core. */
package dev.asynclint.cli.config;
