// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, as Debian and Ubuntu install it. */
final class Browser implements AutoCloseable {

    private static final List<Path> CHROMIUM =
        List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    private final ChromeDriver m_driver;

    private Browser(final ChromeDriver driver) {
        m_driver = driver;
    }

    /** @return whether there is one */
    static boolean isThere() {
        return CHROMIUM.stream().anyMatch(Files::isExecutable) && Files.isExecutable(DRIVER);
    }

    /** @param profile an empty folder for what the browser keeps */
    static Browser start(final Path profile) {
        final ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--window-size=1400,1000", "--user-data-dir=" + profile);
        final LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        final ChromeDriver driver = new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
        return new Browser(driver);
    }

    /** Opens a page. */
    void open(final String address) {
        m_driver.get(address);
    }

    /** @return the element with this id */
    WebElement element(final String id) {
        return m_driver.findElement(By.id(id));
    }

    /** @return all elements that match */
    List<WebElement> all(final String css) {
        return m_driver.findElements(By.cssSelector(css));
    }

    /** @return the attribute data-... of an element; null if it has none or is not there */
    String data(final String id, final String name) {
        final List<WebElement> found = m_driver.findElements(By.id(id));
        return found.isEmpty() ? null : found.get(0).getDomAttribute("data-" + name);
    }

    /** Something that a page shows sooner or later. */
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    /** Waits until a page shows something. */
    void await(final String what, final Condition condition) throws InterruptedException {
        final long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The page does not show " + what + ":\n"
                    + m_driver.findElement(By.tagName("body")).getText() + "\n" + complaints());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Moves a slider, as a user's hand would. */
    void slide(final String id, final double value) {
        m_driver.executeScript("arguments[0].value = arguments[1];"
            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));", element(id), Double.toString(value));
    }

    /** @return errors and warnings in the browser's console since the last question */
    List<String> complaints() {
        return m_driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::toString).toList();
    }

    /** Keeps a picture of what is shown, for people. */
    void picture(final Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, m_driver.getScreenshotAs(OutputType.BYTES));
    }

    /** @return number of pixels of a canvas that differ from its first one */
    long drawnPixels(final String id) {
        return (Long)m_driver.executeScript("const c = document.getElementById(arguments[0]);"
            + "const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);"
            + "let n = 0; for (const p of d) { n += p !== d[0] ? 1 : 0; } return n;", id);
    }

    @Override
    public void close() {
        m_driver.quit();
    }
}
