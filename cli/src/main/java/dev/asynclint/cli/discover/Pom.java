package dev.asynclint.cli.discover;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A Maven POM as written: nothing is inherited, no property is replaced.
 *
 * @param self what it describes; parts may be empty where the parent states them
 * @param parent its parent, if it has one
 * @param relativePath where the parent's file is said to be; empty for "not in the tree"
 * @param release what the compiler plugin is told, if it is
 */
record Pom(
    Path file,
    Artifact self,
    Optional<Artifact> parent,
    String relativePath,
    Map<String, String> properties,
    List<Artifact> managed,
    List<Artifact> dependencies,
    Optional<String> release) {

  /** Something Maven names; every part may be empty or hold properties. */
  record Artifact(String group, String name, String version, String type, String scope) {
    String key() {
      return group + ":" + name;
    }
  }

  /** Reads a file; empty when it is not a POM that can be read. */
  static Optional<Pom> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(of(file, builder.parse(in).getDocumentElement()));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      return Optional.empty();
    }
  }

  private static Pom of(Path file, Element project) {
    Optional<Element> parent = child(project, "parent");
    return new Pom(
        file,
        artifact(project),
        parent.map(Pom::artifact),
        parent.map(Pom::relativePath).orElse(""),
        properties(project),
        child(project, "dependencyManagement").map(Pom::dependencies).orElse(List.of()),
        dependencies(project),
        compilerRelease(project));
  }

  private static String relativePath(Element parent) {
    return child(parent, "relativePath").map(Pom::text).orElse("../pom.xml");
  }

  private static Artifact artifact(Element element) {
    return new Artifact(
        text(element, "groupId"),
        text(element, "artifactId"),
        text(element, "version"),
        text(element, "type"),
        text(element, "scope"));
  }

  private static List<Artifact> dependencies(Element owner) {
    return child(owner, "dependencies").stream()
        .flatMap(all -> children(all).stream())
        .map(Pom::artifact)
        .toList();
  }

  private static Map<String, String> properties(Element project) {
    Map<String, String> properties = new LinkedHashMap<>();
    child(project, "properties").stream()
        .flatMap(all -> children(all).stream())
        .forEach(one -> properties.put(one.getTagName(), text(one)));
    return properties;
  }

  private static Optional<String> compilerRelease(Element project) {
    List<Element> builds = new ArrayList<>();
    child(project, "build").ifPresent(builds::add);
    child(project, "build").flatMap(all -> child(all, "pluginManagement")).ifPresent(builds::add);
    return builds.stream()
        .flatMap(build -> child(build, "plugins").stream())
        .flatMap(plugins -> children(plugins).stream())
        .filter(plugin -> text(plugin, "artifactId").equals("maven-compiler-plugin"))
        .flatMap(plugin -> child(plugin, "configuration").stream())
        .flatMap(settings -> List.of(text(settings, "release"), text(settings, "source")).stream())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(one -> one.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(Pom::text).orElse("");
  }

  private static String text(Element element) {
    return element.getTextContent().strip();
  }
}
