import module java.base;

// asynclint: ignore blocking-call-in-async -- a start
static final int PORT = 80;

void main() {
  List<String> names = new ArrayList<>();
  IO.println(names.getFirst());
  helper(PORT); // asynclint: ignore x -- y
}

void helper(int port) {}
