package dev.asynclint.user;

/** Objects with fields of many sizes, to be measured. */
public final class Sample {
  private Sample() {}

  /** A class whose fields leave a gap. */
  public static class Base {
    private final byte small = 1;
    private final long large = 2;

    /** What is in it. */
    public long sum() {
      return small + large;
    }
  }

  /** A node of a graph. */
  public static final class Tree extends Base {
    private final boolean flag = true;
    private final double number = 3;
    private final int[] numbers;
    private final Tree left;
    private Tree right;

    /** A tree of two others. */
    public Tree(int[] numbers, Tree left, Tree right) {
      this.numbers = numbers;
      this.left = left;
      this.right = right;
    }

    /** Makes a ring of it. */
    public void grow(Tree branch) {
      right = branch;
    }

    @Override
    public String toString() {
      return flag + " " + number + " " + numbers.length + " " + left + " " + right;
    }
  }
}
