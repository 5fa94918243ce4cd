package dev.asynclint.runtime.poll;

/**
 * A cache line of nothing, in front of what a subclass declares: what one thread writes all the
 * time must not share a line with what others read. What comes behind it is kept off by fields like
 * these in the subclass, or in one of its own.
 */
public abstract class CacheLine {
  /** Takes what the header of an object leaves free: small fields of subclasses would go there. */
  int p;

  long p0;
  long p1;
  long p2;
  long p3;
  long p4;
  long p5;
  long p6;
  long p7;
}
