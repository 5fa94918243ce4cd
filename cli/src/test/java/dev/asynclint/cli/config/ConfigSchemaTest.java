package dev.asynclint.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {
  private static final String SCHEMA =
      ConfigSchema.of(RuleSet.installed().names(), Thresholds.READER);

  private static int faults(String document) throws IOException {
    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(SCHEMA);
    return schema.validate(new ObjectMapper().readTree(document)).size();
  }

  @Test
  void committedSchemaIsUpToDate() throws IOException {
    assertThat(Path.of("../docs/asynclint.schema.json"))
        .as("write it again: ./asynclint config schema > docs/asynclint.schema.json")
        .content()
        .isEqualTo(SCHEMA);
    assertThat(Files.readString(Path.of("../docs/configuration.md")))
        .contains("asynclint.schema.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"rules\":{\"select\":[\"all\"],\"severity\":{\"blocking\":\"off\"}}}",
        "{\"budgets\":{\"spawnBound\":7,\"pollTime\":\"1ms\"}}",
        "{\"overrides\":[{\"paths\":[\"a/\"],\"ignore\":[\"locks\"]}]}",
        "{\"contexts\":{\"annotations\":{\"a.B\":\"blocking\"},\"methods\":{\"a.B.c\":\"caller\"}}}"
      })
  void whatIsSoundIsAccepted(String document) throws IOException {
    assertThat(faults(document)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rule\":{}}",
        "{\"rules\":{\"select\":[]}}",
        "{\"rules\":{\"select\":[\"zoo\"]}}",
        "{\"rules\":{\"severity\":{\"blocking\":\"bad\"}}}",
        "{\"rules\":{\"severity\":{\"zoo\":\"off\"}}}",
        "{\"budgets\":{\"zoo\":1}}",
        "{\"budgets\":{\"spawnBound\":true}}",
        "{\"overrides\":[{\"ignore\":[\"locks\"]}]}",
        "{\"contexts\":{\"methods\":{\"a.B.c\":\"blocking\"}}}"
      })
  void whatIsWrongIsRefused(String document) throws IOException {
    assertThat(faults(document)).isPositive();
  }
}
