package dev.asynclint.cli.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asynclint.cli.report.Json;
import dev.asynclint.core.config.Level;
import dev.asynclint.core.config.RuleNames;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A JSON Schema of configuration files, for editors. */
public final class ConfigSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ConfigSchema() {}

  /** The schema, with a line feed at its end. */
  public static String of(RuleNames rules, Settings.Reader budgets) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "asynclint.toml");
    ObjectNode definitions = NODES.objectNode();
    definitions.set("selector", words("A rule id, a family, wave-N, or all.", rules.all()));
    definitions.set("level", words("How bad it is; off reports nothing.", Level.ids()));
    definitions.set("selectors", list("#/definitions/selector"));
    ObjectNode severity = table("Severities by rule id, family or wave.");
    severity.set("propertyNames", reference("#/definitions/selector"));
    severity.set("additionalProperties", reference("#/definitions/level"));
    definitions.set("severity", severity);

    ObjectNode sections = NODES.objectNode();
    sections.set("rules", choice("Which rules report, and how bad it is."));
    sections.set("budgets", budgets(budgets));
    ObjectNode files = NODES.objectNode();
    files.set("files", texts("Knowledge files, relative to this file."));
    sections.set("knowledge", closed("What is known of more libraries.", files));
    sections.set("contexts", contexts());
    ObjectNode override = choice("What holds for some files; a later one wins.");
    ((ObjectNode) override.get("properties"))
        .set("paths", texts("In the language of .gitignore, relative to this file."));
    override.set("required", NODES.arrayNode().add("paths"));
    ObjectNode overrides = NODES.objectNode().put("type", "array");
    overrides.set("items", override);
    sections.set("overrides", overrides);

    closed(schema, sections);
    schema.set("definitions", definitions);
    try {
      return new ObjectMapper().writer(Json.printer()).writeValueAsString(schema) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode choice(String description) {
    ObjectNode properties = NODES.objectNode();
    properties.set("select", reference("#/definitions/selectors"));
    properties.set("ignore", reference("#/definitions/selectors"));
    properties.set("severity", reference("#/definitions/severity"));
    return closed(description, properties);
  }

  private static ObjectNode budgets(Settings.Reader budgets) {
    ObjectNode properties = NODES.objectNode();
    new TreeMap<>(budgets.defaults())
        .forEach(
            (name, value) -> {
              ObjectNode budget = NODES.objectNode();
              budget.put("description", "Write " + budgets.kinds().get(name) + ".");
              budget.set("type", NODES.arrayNode().add("integer").add("string"));
              if (value.matches("[0-9]+")) {
                budget.put("default", Integer.parseInt(value));
              } else {
                budget.put("default", value);
              }
              properties.set(name, budget);
            });
    return closed("Thresholds.", properties);
  }

  private static ObjectNode contexts() {
    List<String> contexts =
        Arrays.stream(Context.values())
            .filter(context -> context != Context.UNKNOWN)
            .map(Context::id)
            .toList();
    List<String> meanings = new ArrayList<>(contexts);
    meanings.addAll(List.of("blocking", "non-blocking"));
    ObjectNode annotations = table("What annotations say of methods, by their type.");
    annotations.set("additionalProperties", words("Where they run.", meanings));
    ObjectNode methods = table("Methods that a framework calls: type, dot, name.");
    methods.set("additionalProperties", words("Where overrides run.", contexts));
    ObjectNode properties = NODES.objectNode();
    properties.set("annotations", annotations);
    properties.set("methods", methods);
    return closed("What your own code does to threads.", properties);
  }

  private static ObjectNode words(String description, Collection<String> words) {
    ObjectNode node = NODES.objectNode().put("description", description);
    words.forEach(node.putArray("enum")::add);
    return node;
  }

  private static ObjectNode list(String item) {
    ObjectNode node = NODES.objectNode().put("type", "array").put("minItems", 1);
    node.set("items", reference(item));
    return node;
  }

  private static ObjectNode texts(String description) {
    ObjectNode node = NODES.objectNode().put("description", description);
    node.put("type", "array").put("minItems", 1);
    node.set("items", NODES.objectNode().put("type", "string"));
    return node;
  }

  private static ObjectNode table(String description) {
    return NODES.objectNode().put("description", description).put("type", "object");
  }

  private static ObjectNode closed(String description, ObjectNode properties) {
    return closed(NODES.objectNode().put("description", description), properties);
  }

  private static ObjectNode closed(ObjectNode node, ObjectNode properties) {
    node.put("type", "object").put("additionalProperties", false);
    node.set("properties", properties);
    return node;
  }

  private static ObjectNode reference(String to) {
    return NODES.objectNode().put("$ref", to);
  }
}
