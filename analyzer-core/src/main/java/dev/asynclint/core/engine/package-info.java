/** Runs rules over units: from what front ends deliver to ordered findings. */
package dev.asynclint.core.engine;
