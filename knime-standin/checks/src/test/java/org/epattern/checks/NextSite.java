// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes of the built site the one that the next version would have: the same content under a higher version. */
final class NextSite {

    private static final String PLUGIN = "org.epattern.knime_";
    private static final String NEXT = "1.0.1.";

    private final Path m_site;
    private final String m_version;
    private final String m_nextVersion;

    /**
     * @param site the folder of the built site
     */
    NextSite(final Path site) {
        m_site = site;
        final String jar = House.only(site.resolve("plugins"), PLUGIN, ".jar").getFileName().toString();
        m_version = jar.substring(PLUGIN.length(), jar.length() - ".jar".length());
        m_nextVersion = NEXT + m_version.substring(m_version.lastIndexOf('.') + 1);
    }

    /** @return the version of the built site */
    String version() {
        return m_version;
    }

    /** @return the version of the site that is made */
    String nextVersion() {
        return m_nextVersion;
    }

    /** Writes the site into an empty folder. */
    void write(final Path folder) throws IOException {
        for (final String kind : new String[]{"plugins", "features"}) {
            Files.createDirectories(folder.resolve(kind));
            for (final Path jar : House.files(m_site.resolve(kind), ".jar")) {
                copy(jar, folder.resolve(kind).resolve(next(jar.getFileName().toString())));
            }
        }
        Files.writeString(folder.resolve("content.xml"), next(entry("content.jar", "content.xml")));
        // sizes and checksums are of the old jars; without them p2 takes the files as they are
        Files.writeString(folder.resolve("artifacts.xml"), next(entry("artifacts.jar", "artifacts.xml"))
            .replaceAll("\\s*<property name='(download|artifact)\\.[^>]*/>", "")
            .replaceAll("<properties size='1[01]'>", "<properties>"));
    }

    private String entry(final String jar, final String name) throws IOException {
        try (ZipFile zip = new ZipFile(m_site.resolve(jar).toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String next(final String text) {
        return text.replace(m_version, m_nextVersion);
    }

    private void copy(final Path from, final Path to) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to); ZipOutputStream out = new ZipOutputStream(file)) {
            for (final ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(changed(entry.getName(), in.readAllBytes()));
                }
                out.closeEntry();
            }
        }
    }

    private byte[] changed(final String name, final byte[] content) throws IOException {
        if (name.equals("feature.xml")) {
            return next(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        if (name.equals("META-INF/MANIFEST.MF")) {
            final Manifest manifest = new Manifest(new ByteArrayInputStream(content));
            final Attributes attributes = manifest.getMainAttributes();
            if (attributes.containsKey(new Attributes.Name("Bundle-Version"))) {
                attributes.putValue("Bundle-Version", m_nextVersion);
            }
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            return bytes.toByteArray();
        }
        return content;
    }
}
