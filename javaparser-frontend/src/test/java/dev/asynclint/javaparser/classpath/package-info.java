/** Tests of reading class files, jars and folders. */
package dev.asynclint.javaparser.classpath;
