package dev.asynclint.javaparser.oracle;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.asynclint.javaparser.oracle.Site.Construct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Collects the calls of attributed trees. */
final class SiteScanner extends TreePathScanner<Void, Void> {
  private final Trees trees;
  private final SourcePositions positions;
  private final Types types;
  private final List<Site> sites = new ArrayList<>();
  private int unresolved;
  private String file;
  private String text;
  private CompilationUnitTree unit;
  private int lambdas;

  SiteScanner(JavacTask task) {
    trees = Trees.instance(task);
    positions = trees.getSourcePositions();
    types = task.getTypes();
  }

  void scanFile(CompilationUnitTree tree, String name) throws IOException {
    unit = tree;
    file = name;
    text = tree.getSourceFile().getCharContent(true).toString();
    scan(tree, null);
  }

  JavacTruth.Answers answers() {
    return new JavacTruth.Answers(List.copyOf(sites), unresolved);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    lambdas++;
    super.visitLambdaExpression(tree, nothing);
    lambdas--;
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      ExpressionTree receiver = member.getExpression();
      long end = positions.getEndPosition(unit, member);
      add(end - member.getIdentifier().length(), construct(receiver), receiver);
    } else if (select instanceof IdentifierTree name
        && !name.getName().contentEquals("super")
        && !name.getName().contentEquals("this")) {
      add(positions.getStartPosition(unit, name), Construct.UNQUALIFIED, null);
    }
    return super.visitMethodInvocation(tree, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    if (tree.getClassBody() == null) {
      add(typeName(tree.getIdentifier()), Construct.CREATION, null);
    }
    return super.visitNewClass(tree, nothing);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE) {
      long end = positions.getEndPosition(unit, tree);
      add(text.lastIndexOf("::", (int) end), Construct.REFERENCE, tree.getQualifierExpression());
    }
    return super.visitMemberReference(tree, nothing);
  }

  /** Where the simple name of a type stands. */
  private long typeName(Tree type) {
    if (type instanceof ParameterizedTypeTree generic) {
      return typeName(generic.getType());
    } else if (type instanceof AnnotatedTypeTree annotated) {
      return typeName(annotated.getUnderlyingType());
    } else if (type instanceof MemberSelectTree qualified) {
      return positions.getEndPosition(unit, qualified) - qualified.getIdentifier().length();
    }
    return positions.getStartPosition(unit, type);
  }

  private Construct construct(ExpressionTree receiver) {
    Tree inner = receiver;
    while (inner instanceof ParenthesizedTree parentheses) {
      inner = parentheses.getExpression();
    }
    if (inner.getKind() == Tree.Kind.METHOD_INVOCATION) {
      return Construct.CHAIN;
    }
    return isType(receiver) ? Construct.STATIC : Construct.PLAIN;
  }

  private boolean isType(ExpressionTree tree) {
    return trees.getElement(path(tree)) instanceof TypeElement
        && !(tree instanceof IdentifierTree name && name.getName().contentEquals("super"));
  }

  private TreePath path(Tree tree) {
    return TreePath.getPath(getCurrentPath(), tree);
  }

  private void add(long anchor, Construct construct, ExpressionTree receiver) {
    if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement called)
        || called.getEnclosingElement().asType().getKind() == TypeKind.ERROR
        || !(called.getEnclosingElement() instanceof TypeElement declaring)
        || declaring.getQualifiedName().contentEquals("Array")) {
      unresolved++;
      return;
    }
    String owner = name(declaring.asType());
    boolean owned = receiver == null || called.getModifiers().contains(Modifier.STATIC);
    String type = owned ? owner : name(trees.getTypeMirror(path(receiver)));
    List<String> parameters =
        called.getParameters().stream().map(parameter -> name(parameter.asType())).toList();
    if (type.isEmpty() || parameters.stream().anyMatch(String::isEmpty)) {
      unresolved++;
      return;
    }
    sites.add(
        new Site(
            file,
            (int) anchor,
            construct,
            lambdas > 0,
            owner,
            called.getSimpleName().toString(),
            "(" + String.join(",", parameters) + ")",
            type));
  }

  /** The erased canonical name; empty when javac does not know the type. */
  private String name(TypeMirror type) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return "";
    }
    TypeMirror erased = types.erasure(type);
    if (erased instanceof ArrayType array) {
      return name(array.getComponentType()) + "[]";
    } else if (erased instanceof DeclaredType declared) {
      return name(declared.asElement());
    }
    return erased.toString();
  }

  private static String name(Element element) {
    for (Element one = element; one instanceof TypeElement type; one = one.getEnclosingElement()) {
      if (type.getNestingKind() == NestingKind.LOCAL
          || type.getNestingKind() == NestingKind.ANONYMOUS) {
        return Site.LOCAL;
      }
    }
    return ((TypeElement) element).getQualifiedName().toString();
  }
}
