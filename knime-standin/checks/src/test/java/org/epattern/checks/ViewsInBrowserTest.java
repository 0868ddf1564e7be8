// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Holds that the views of the demo scan work in a browser, with the data that the nodes made. */
class ViewsInBrowserTest {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 9;

    @TempDir
    private static Path temp;
    private static ServedRun run;
    private static Browser browser;
    private static Csv reflections;

    @BeforeAll
    static void runTheDemo() throws IOException {
        assumeTrue(Browser.isThere(), "skipped: /usr/bin/chromium and /usr/bin/chromedriver are not installed");
        run = ServedRun.start(Runner.workflow("ePattern"), temp.resolve("out"));
        reflections = Csv.read(temp.resolve("out/Adaptive Peak Register/Reflections.csv"));
        browser = Browser.start(temp.resolve("profile"));
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (run != null) {
            try (ServedRun served = run) {
                assertEquals(0, served.pressEnter());
            }
        }
    }

    private static String startPage() throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(run.address())).build(),
            HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void open(final String node) throws IOException, InterruptedException {
        final List<String> names = ServedRun.names(startPage());
        final int index = names.indexOf(names.stream().filter(n -> n.startsWith(node)).findFirst().orElseThrow());
        browser.complaints();
        browser.open(run.address() + "views/" + (index + 1) + "/");
    }

    private static void endQuietly(final String picture) throws IOException {
        browser.picture(House.target().resolve("views/" + picture + ".png"));
        assertEquals(List.of(), browser.complaints());
        assertTrue(browser.all("#trouble").stream().noneMatch(WebElement::isDisplayed));
    }

    /** Rows of the table at a scan point. */
    private static long rowsAt(final String x, final String y) {
        return reflections.rows().stream().filter(r -> reflections.text(r, "scan x").equals(x)
            && reflections.text(r, "scan y").equals(y)).count();
    }

    private static boolean isAt(final String id, final int x, final int y) {
        return Integer.toString(x).equals(browser.data(id, "x")) && Integer.toString(y).equals(browser.data(id, "y"));
    }

    @Test
    void startPageLeadsToEveryView() throws Exception {
        assertEquals(List.of("Adaptive Peak Register (#3)", "Spot Count Map (#5)", "Quality Metrics (#6)"),
            ServedRun.names(startPage()).stream().sorted(Comparator.comparing(n -> n.split("#")[1])).toList());
    }

    @Test
    void navigatorShowsTheSpotsOfTheTable() throws Exception {
        open("Adaptive Peak Register");
        browser.await("a pattern", () -> browser.data("pattern", "spots") != null
            && !browser.data("pattern", "spots").isEmpty());
        assertEquals(Integer.toString(WIDTH), browser.data("map", "width"));
        assertEquals(Integer.toString(HEIGHT), browser.data("map", "height"));
        final WebElement map = browser.element("map");
        for (int i = 0; i < WIDTH; i++) {
            map.sendKeys(Keys.ARROW_LEFT);
        }
        for (int i = 0; i < HEIGHT; i++) {
            map.sendKeys(Keys.ARROW_UP);
        }
        browser.await("the first point", () -> isAt("pattern", 0, 0));
        map.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.await("point (3, 2)", () -> isAt("pattern", 3, 2));
        assertEquals(Long.toString(rowsAt("3", "2")), browser.data("pattern", "spots"));
        assertEquals(rowsAt("3", "2"), browser.all("#spots tr").size());
        assertTrue(browser.drawnPixels("pattern") > 5_000);
        endQuietly("navigator");
    }

    @Test
    void slidersShowWhatWouldBeFound() throws Exception {
        open("Adaptive Peak Register");
        browser.await("a pattern", () -> browser.data("pattern", "spots") != null
            && !browser.data("pattern", "spots").isEmpty());
        final int spots = Integer.parseInt(browser.data("pattern", "spots"));
        assertEquals("", browser.data("pattern", "tried"));
        browser.slide("factor", 12);
        browser.await("fewer spots", () -> !browser.data("pattern", "tried").isEmpty()
            && Integer.parseInt(browser.data("pattern", "tried")) < spots);
        final int few = Integer.parseInt(browser.data("pattern", "tried"));
        assertTrue(few >= 1, few + " spots");
        assertEquals(few, browser.all("#spots tr").size());
        assertTrue(browser.element("copy").getText().contains("12"), browser.element("copy").getText());
        browser.slide("factor", 2.5);
        browser.await("more spots", () -> Integer.parseInt(browser.data("pattern", "tried")) > spots);
        browser.element("reset").click();
        browser.await("the node's settings", () -> "".equals(browser.data("pattern", "tried")));
        assertEquals(Integer.toString(spots), browser.data("pattern", "spots"));
        endQuietly("navigator with other settings");
    }

    @Test
    void mapsShareOneCursor() throws Exception {
        open("Spot Count Map");
        browser.await("maps", () -> !browser.all("figure.map").isEmpty());
        final Csv maps = Csv.read(temp.resolve("out/Spot Count Map/Maps.csv"));
        assertEquals(maps.header().subList(2, maps.header().size()),
            browser.all("figure.map").stream().map(f -> f.getDomAttribute("data-name")).toList());
        final String before = browser.data("map-0", "x");
        final boolean right = Integer.parseInt(before) < WIDTH - 1;
        browser.element("map-0").sendKeys(right ? Keys.ARROW_RIGHT : Keys.ARROW_LEFT);
        browser.await("another point", () -> !before.equals(browser.data("map-0", "x")));
        for (int i = 0; i < browser.all("figure.map").size(); i++) {
            assertEquals(browser.data("map-0", "x"), browser.data("map-" + i, "x"));
            assertTrue(browser.drawnPixels("map-" + i) > 1_000);
        }
        endQuietly("maps");
    }

    @Test
    void qualityShowsBothPatternsAndEverySpot() throws Exception {
        open("Quality Metrics");
        browser.await("both patterns", () -> browser.data("compared", "x") != null);
        assertEquals(Integer.toString(reflections.rows().size()), browser.data("kept", "points"));
        final Csv summary = Csv.read(temp.resolve("out/Quality Metrics/Summary.csv"));
        assertEquals(summary.rows().size(), browser.all("#summary tbody tr").size());
        assertEquals(summary.rows().size() - 1, browser.all(".histogram").size(), "all but the data reduction");
        final String before = browser.data("compared", "x") + " " + browser.data("compared", "y");
        browser.element("map").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
        browser.await("another point", () -> isAt("reference", WIDTH / 2 + 1, HEIGHT / 2 + 1));
        assertNotEquals(before, browser.data("compared", "x") + " " + browser.data("compared", "y"));
        assertTrue(browser.drawnPixels("reference") > 1_000 && browser.drawnPixels("compared") > 20);
        endQuietly("quality");
    }
}
