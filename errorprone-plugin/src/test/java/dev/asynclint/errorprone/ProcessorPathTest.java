package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a user's compiler has to load beside Error Prone: our core, rules and budgets. */
class ProcessorPathTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void pluginBringsCoreRulesAndBudgetsAlone() {
    assertThat(brings("errorprone-plugin", new TreeSet<>()))
        .containsExactly("analyzer-core", "reference-runtime", "rules");
  }

  /** Dependencies that reach users, followed through the modules of this build. */
  private static Set<String> brings(String module, Set<String> all) {
    NodeList dependencies = dependencies(ROOT.resolve(module).resolve("pom.xml"));
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String scope = text(dependency, "scope");
      String artifact = text(dependency, "artifactId");
      boolean reachesUsers = scope.isEmpty() || scope.equals("compile") || scope.equals("runtime");
      if (reachesUsers && all.add(artifact) && Files.exists(ROOT.resolve(artifact))) {
        brings(artifact, all);
      }
    }
    return all;
  }

  private static NodeList dependencies(Path pom) {
    try {
      Element project =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(pom.toFile())
              .getDocumentElement();
      return project.getElementsByTagName("dependency");
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
