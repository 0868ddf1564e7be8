// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in the bundle are those that {@code ui/} makes, and need nothing but themselves. */
class PagesTest {

    private static final Path SOURCES = Path.of("..", "ui");
    private static final Path PAGES = Path.of("src/main/java/org/epattern/knime/views");

    @ParameterizedTest
    @ValueSource(strings = {"navigator", "maps", "quality"})
    void pageIsAsNewAsItsSources(final String name) throws IOException, NoSuchAlgorithmException {
        final Matcher hash = Pattern.compile("<meta name=\"epattern-sources\" content=\"(\\w+)\">").matcher(page(name));
        assertTrue(hash.find(), name + ".html does not say from which sources it was built");
        assertEquals(sourcesHash(), hash.group(1),
            name + ".html is older than ui/; build it anew: cd ui && npm ci && npm run build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"navigator", "maps", "quality"})
    void pageHoldsAllItNeeds(final String name) throws IOException {
        final String page = page(name);
        assertTrue(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"), name);
        assertTrue(Pattern.compile("<style>[^<]+</style>").matcher(page).find(), name + ": no style");
        final List<String> addresses = new ArrayList<>();
        final Matcher found = Pattern.compile("(?:src|href)=[\"'][^\"']+|https?://[\\w./-]+").matcher(page);
        while (found.find()) {
            addresses.add(found.group());
        }
        addresses.removeIf(a -> a.equals("http://www.w3.org/2000/svg") || a.startsWith("href=\"${"));
        assertEquals(List.of(), addresses, name + ".html refers to other files");
    }

    private static String page(final String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".html"));
    }

    /** The same as in ui/build.mjs: name and content of every file, in the order of the names. */
    private static String sourcesHash() throws IOException, NoSuchAlgorithmException {
        final List<String> files = new ArrayList<>(List.of("build.mjs", "package-lock.json"));
        try (Stream<Path> sources = Files.list(SOURCES.resolve("src"))) {
            sources.forEach(file -> files.add("src/" + file.getFileName()));
        }
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (final String file : files.stream().sorted().toList()) {
            digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(SOURCES.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
