package dev.asynclint.errorprone.lowering;

import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.util.Context;
import dev.asynclint.core.ir.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Supertypes by the symbols of a compilation. Symbols load lazily, so one thread asks at a time.
 */
final class Supertypes implements Types {
  private static final Set<String> OF_OBJECT = Set.of("equals/1", "hashCode/0", "toString/0");

  private final Attribution known;
  private final Elements elements;
  private final Map<String, List<String>> supertypes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Boolean>> methods = new ConcurrentHashMap<>();

  Supertypes(Attribution known, Context context) {
    this.known = known;
    this.elements = BasicJavacTask.instance(context).getElements();
  }

  @Override
  public List<String> supertypes(String type) {
    List<String> found = supertypes.get(type);
    if (found == null) {
      synchronized (this) {
        TypeElement symbol = find(type);
        found = symbol == null ? List.of() : known.supertypes(symbol);
      }
      supertypes.put(type, found);
    }
    return found;
  }

  @Override
  public Set<String> abstractMethods(String type) {
    Map<String, Boolean> nearest = new TreeMap<>();
    for (String ancestor : lineage(type)) {
      ownMethods(ancestor).forEach(nearest::putIfAbsent);
    }
    nearest.keySet().removeAll(OF_OBJECT);
    nearest.values().removeIf(isAbstract -> !isAbstract);
    return nearest.keySet();
  }

  /** Methods of interfaces alone: nobody is handed an object as an abstract class and runs it. */
  private Map<String, Boolean> ownMethods(String type) {
    Map<String, Boolean> own = methods.get(type);
    if (own == null) {
      own = new TreeMap<>();
      synchronized (this) {
        TypeElement symbol = find(type);
        if (symbol != null && symbol.getKind().isInterface()) {
          for (Element member : symbol.getEnclosedElements()) {
            if (member instanceof ExecutableElement method
                && !method.getModifiers().contains(Modifier.STATIC)) {
              own.put(
                  method.getSimpleName() + "/" + method.getParameters().size(),
                  method.getModifiers().contains(Modifier.ABSTRACT));
            }
          }
        }
      }
      methods.put(type, own);
    }
    return own;
  }

  /** The symbol of a type; null when there is none or it cannot be read. */
  private TypeElement find(String type) {
    if (type.endsWith("]") || type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0))) {
      return null;
    }
    TypeElement found = known.mentioned(type);
    try {
      found = found == null ? elements.getTypeElement(type) : found;
      if (found != null) {
        found.getKind();
      }
      return found;
    } catch (Symbol.CompletionFailure unreadable) {
      return null;
    }
  }
}
