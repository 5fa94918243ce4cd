package dev.asynclint.core.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IrValidatorTest {
  private static final Origin HERE = new Origin(0, 4, 1);
  private static final Target NONE = new Target.Unknown("f", 0, Types.UNKNOWN);

  private static Op.Call call(int result, Value... args) {
    Target target = new Target.Unknown("f", args.length, Types.UNKNOWN);
    return new Op.Call(HERE, target, Value.THIS, List.of(args), result, "int");
  }

  private static Op.Block block(Op... ops) {
    return new Op.Block(HERE, List.of(ops));
  }

  private static Callable callable(String id, Callable.Kind kind, String enclosing, Op... ops) {
    List<Callable.Variable> params = List.of(new Callable.Variable("p", "int", List.of(), HERE));
    List<Callable.Variable> locals = List.of(new Callable.Variable("l", "int", List.of(), HERE));
    return new Callable(
        id,
        kind,
        "A",
        "m",
        params,
        List.of(),
        Set.of(),
        enclosing,
        List.of(),
        locals,
        "void",
        block(ops),
        true,
        HERE);
  }

  private static Callable method(Op... ops) {
    return callable("A.m()", Callable.Kind.METHOD, "", ops);
  }

  private static List<String> validate(Callable... callables) {
    TypeDecl type =
        new TypeDecl(
            "A", TypeDecl.Kind.CLASS, List.of(), List.of(), Set.of(), List.of(), "", "", HERE);
    return IrValidator.validate(
        new Unit("A.java", List.of(type), List.of(callables), List.of(), LineMap.of("abcd"), true));
  }

  @Test
  void acceptsWhatKeepsTheContract() {
    Value.Result one = new Value.Result(0);
    Value.Result inArm = new Value.Result(1);
    assertThat(
            validate(
                method(
                    call(0),
                    new Op.Branch(HERE, one, List.of(block(call(1, one)), Op.Block.EMPTY), true),
                    new Op.Write(HERE, new Value.Local("l"), new Value.Choice(List.of(inArm, one))),
                    new Op.Make(HERE, "A.m()$1", Types.UNKNOWN),
                    new Op.Return(HERE, new Value.Closure("A.m()$1"))),
                callable(
                    "A.m()$1",
                    Callable.Kind.LAMBDA,
                    "A.m()",
                    new Op.Return(HERE, new Value.Param("p")))))
        .isEmpty();
  }

  @Test
  void tellsResultsUsedWhereTheyAreNotKnown() {
    Value.Result later = new Value.Result(1);
    assertThat(validate(method(call(0, later), call(1))))
        .containsExactly("A.m(): uses result 1 where it is not known");
    assertThat(
            validate(
                method(
                    new Op.Branch(HERE, Value.UNKNOWN, List.of(block(call(1))), false),
                    new Op.Return(HERE, later))))
        .containsExactly("A.m(): uses result 1 where it is not known");
    assertThat(validate(method(call(0), call(0))))
        .containsExactly("A.m(): operation number given twice: 0");
  }

  @Test
  void tellsNamesThatMeanNothing() {
    assertThat(
            validate(
                method(
                    new Op.Read(HERE, new Value.Field(new Value.Local("gone"), "f", "int")),
                    new Op.Return(HERE, new Value.Param("gone")),
                    new Op.Make(HERE, "A.gone()$1", Types.UNKNOWN))))
        .containsExactly(
            "A.m(): uses an undeclared local gone",
            "A.m(): uses an undeclared parameter gone",
            "A.m(): names an unknown closure A.gone()$1");
    assertThat(validate(callable("B.m()", Callable.Kind.LAMBDA, "B.gone()")))
        .contains("B.m(): stands in an unknown callable B.gone()");
    assertThat(validate(method(), method())).contains("callable declared twice: A.m()");
  }

  @Test
  void tellsPositionsAritiesAndTypesOutOfOrder() {
    Origin wrong = new Origin(3, 4, 1);
    assertThat(validate(method(new Op.Return(wrong, Value.UNKNOWN))))
        .containsExactly("A.m(): Return has a position out of order: " + wrong);
    assertThat(validate(method(new Op.Call(HERE, NONE, Value.THIS, List.of(Value.UNKNOWN), 0, ""))))
        .containsExactly(
            "A.m(): result of call f has no name",
            "A.m(): target f has another arity than its call");
    Value deep = Value.THIS;
    for (int i = 0; i < 4; i++) {
      deep = new Value.Field(deep, "f" + i, "A");
    }
    assertThat(validate(method(new Op.Read(HERE, deep))))
        .containsExactly("A.m(): a field is more than three deep: f3");
  }

  @Test
  void printsEveryKindOfStep() {
    Callable all =
        method(
            call(0, new Value.Const("a\"\n"), Value.Const.NULL, new Value.Const(1L)),
            new Op.New(HERE, "int[]", NONE, List.of(), 1),
            new Op.Sync(HERE, Value.THIS, block(new Op.Throw(HERE, Value.UNKNOWN))),
            new Op.Try(
                HERE,
                Op.Block.EMPTY,
                block(),
                List.of(new Op.Catch(HERE, List.of("E", "F"), "l", block())),
                block(new Op.Opaque(HERE, "break", List.of()))),
            new Op.Loop(
                HERE,
                Op.Loop.Kind.FOR_EACH,
                new Value.Result(0),
                Value.UNKNOWN,
                new Value.Local("l"),
                block(new Op.Read(HERE, new Value.Element(new Value.Param("p"))))));
    TypeDecl type =
        new TypeDecl(
            "A", TypeDecl.Kind.CLASS, List.of("B"), List.of(), Set.of(), List.of(), "", "", HERE);
    Unit unit =
        new Unit("A.java", List.of(type), List.of(all), List.of(), LineMap.of("a\nbc"), false);
    assertThat(IrPrinter.print(unit))
        .isEqualTo(
            """
            unit A.java incomplete
            1:2: class A : B
            1:2: method A.m()
              (int p) -> void
              locals int l
              1:2: #0 int = call ??f/3 on this ("a\\"\\n", null, 1L)
              1:2: #1 = new int[] ()
              1:2: sync this
                1:2: throw ?
              1:2: try
              body {}
              catch E | F l {}
              finally
                1:2: break
              1:2: loop for each l in #0
                1:2: read param p[..]
            """);
  }
}
