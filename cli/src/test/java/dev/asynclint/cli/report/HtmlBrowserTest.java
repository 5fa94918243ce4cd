package dev.asynclint.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The page in a browser. It takes Chromium and its driver from the path, Debian's packages {@code
 * chromium} and {@code chromium-driver} for example; without them nothing is tested.
 */
@Tag("slow")
final class HtmlBrowserTest {
  private static ChromeDriver browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    Optional<File> chromium = program("chromium").or(() -> program("google-chrome"));
    Optional<File> driver = program("chromedriver");
    assumeTrue(chromium.isPresent() && driver.isPresent(), "no Chromium with its driver here");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000");
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(driver.orElseThrow()).build(),
            options);
  }

  private static Optional<File> program(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(entry -> new File(entry, name))
        .filter(File::canExecute)
        .findFirst();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  private void open(ScanResult result) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, Sample.written(new HtmlReport(), result));
    browser.get("about:blank");
    browser.get(file.toUri().toString());
  }

  private static List<WebElement> heads() {
    return browser.findElements(By.cssSelector(".finding-head"));
  }

  private static WebElement one(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  private static String status() {
    return one("#status").getText();
  }

  @Test
  void wordsAndSeveritiesFilter() throws IOException {
    open(Sample.in(folder));
    assertThat(status()).isEqualTo("2 findings");

    one("#search").sendKeys("MONITOR join");
    assertThat(status()).isEqualTo("1 of 2 findings");
    assertThat(heads().get(0).getText()).contains("warning", "src/shop/Stock room.java:5");

    one("#search").clear();
    one("#search").sendKeys("x", Keys.BACK_SPACE);
    one("#severities .error").click();
    assertThat(heads())
        .singleElement()
        .extracting(WebElement::getText)
        .asString()
        .contains("error");
    assertThat(browser.getCurrentUrl()).endsWith("#severity=error");

    one("#chips button").click();
    assertThat(heads()).hasSize(2);
  }

  @Test
  void chartsFilter() throws IOException {
    open(Sample.in(folder));

    one(".bar[data-facet=dialect][data-value=reactor]").click();
    assertThat(status()).isEqualTo("1 of 2 findings");
    one(".bar[data-facet=dialect][data-value=reactor]").click();
    one(".bar[data-facet=family][data-value=locks]").click();
    assertThat(heads().get(0).getText()).contains("wait-while-locked");
    one(".spots button").click();
    assertThat(browser.findElements(By.cssSelector(".empty"))).hasSize(1);
  }

  @Test
  void addressSaysWhatIsShown() throws IOException {
    open(Sample.in(folder));
    browser.get(browser.getCurrentUrl() + "#family=locks&q=join&order=rule");

    assertThat(status()).isEqualTo("1 of 2 findings");
    assertThat(one("#search").getAttribute("value")).isEqualTo("join");
    assertThat(one("#select-family").getAttribute("value")).isEqualTo("locks");
  }

  @Test
  void findingUnfoldsToItsPath() throws IOException {
    open(Sample.in(folder));
    heads().get(0).click();

    assertThat(heads().get(0).getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.findElements(By.cssSelector(".step svg.rail"))).hasSize(2);
    assertThat(browser.findElements(By.cssSelector(".step")).get(1).getText())
        .contains("blocks here", "Orders.java:5");
    assertThat(one(".line.here mark").getText()).isEqualTo("query");
    assertThat(one(".body").getText())
        .contains(
            "waits for the database", "Mono.fromCallable(…)", "Fix (suggested): defer the call")
        .contains("In Orders.load(String).");
    assertThat(one(".line.added").getText())
        .contains("Mono.fromCallable(() -> jdbc.query(SQL, id))");

    heads().get(0).click();
    assertThat(one(".body").isDisplayed()).isFalse();
  }

  @Test
  void keysSuffice() throws IOException {
    open(Sample.in(folder));
    one("body").sendKeys("/");
    WebElement active = browser.switchTo().activeElement();
    assertThat(active.getAttribute("id")).isEqualTo("search");

    for (int i = 0; i < 20 && !active.getAttribute("class").contains("finding-head"); i++) {
      active.sendKeys(Keys.TAB);
      active = browser.switchTo().activeElement();
    }
    active.sendKeys(Keys.ENTER);
    assertThat(active.getAttribute("aria-expanded")).isEqualTo("true");
    active.sendKeys(Keys.ARROW_DOWN);
    assertThat(browser.switchTo().activeElement()).isEqualTo(heads().get(1));
  }

  @Test
  void hostileTextIsText() throws IOException {
    open(HtmlReportTest.nasty(folder));

    assertThat(status()).isEqualTo("2 findings");
    assertThat(one(".message").getAttribute("textContent"))
        .isEqualTo(HtmlReportTest.NASTY.replace('\u202E', '\uFFFD'));
    heads().get(0).click();
    assertThat(one(".body .code").getText()).contains("</script>");
    one(".bar[data-facet=package]").click();
    assertThat(status()).isEqualTo("1 of 2 findings");
  }

  @Test
  void manyFindingsAreDrawnAsTheyAreReached() throws IOException {
    ScanResult sample = Sample.in(folder);
    Reported first = sample.findings().get(0);
    Finding finding = first.finding();
    List<Reported> many = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      many.add(
          new Reported(
              new Finding(
                  finding.ruleId(),
                  finding.severity(),
                  finding.confidence(),
                  finding.location(),
                  "finding number " + i,
                  finding.label(),
                  finding.trace(),
                  finding.help(),
                  finding.fixes()),
              first.rule(),
              first.callable(),
              "f:" + i));
    }
    open(sample.with(many, List.of()));

    assertThat(status()).isEqualTo("25,000 findings");
    assertThat(heads()).hasSizeBetween(60, 240);
    one("#search").sendKeys("number 24999");
    assertThat(heads()).hasSize(1);
  }

  @Test
  void narrowWindowNeedsNoSideways() throws IOException {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    try {
      open(Sample.in(folder));
      heads().get(0).click();
      assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
          .isEqualTo(390L);
      assertThat(one("#more-filters").getAttribute("open")).isNull();
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void themeCanBeChosen() throws IOException {
    open(Sample.in(folder));
    String light = null;
    while (!one("#theme").getText().endsWith("dark")) {
      light = one("body").getCssValue("background-color");
      one("#theme").click();
    }
    assertThat(one("body").getCssValue("background-color")).isNotEqualTo(light);
    browser.executeScript("localStorage.clear()");
  }
}
