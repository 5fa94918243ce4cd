/** Tests of lowering where javac knows little. That it agrees elsewhere is judged on fixtures. */
package dev.asynclint.errorprone.lowering;
