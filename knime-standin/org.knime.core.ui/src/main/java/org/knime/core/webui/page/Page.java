// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The web page of a view. */
public final class Page implements Resource {

    private final Supplier<InputStream> m_content;

    private final Charset m_charset;

    private final String m_path;

    private Page(final Supplier<InputStream> content, final Charset charset, final String path) {
        m_content = Objects.requireNonNull(content, "content of the page");
        m_charset = charset;
        m_path = path;
        ContentType.of(path);
    }

    /** @return the first stage */
    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {
            @Override
            public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
                return path -> new Page(content, charset, path);
            }

            @Override
            public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
                return path -> new Page(() -> new ByteArrayInputStream(content.get().getBytes(charset)), charset,
                    path);
            }
        };
    }

    /** Takes the content; the platform also takes pages from files of an unpacked bundle. */
    public interface RequireFromFileOrString {

        /**
         * @param content opens the page, each time it is shown
         * @return the next stage
         */
        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, null);
        }

        /**
         * @param content gives the page
         * @return the next stage
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content opens the page, each time it is shown
         * @param charset of the page
         * @return the next stage
         */
        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        /**
         * @param content gives the page
         * @param charset in which it is handed on
         * @return the next stage
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Takes the path. */
    public interface RequireRelativePath {

        /**
         * @param relativePath path of the page, its file name included; the ending says what it is
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives the text of a page. */
    public interface StringSupplier extends Supplier<String> {
    }

    /** Opens a page. */
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }

    @Override
    public String getRelativePath() {
        return m_path;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return m_content.get();
    }

    @Override
    public ContentType getContentType() {
        return ContentType.of(m_path);
    }

    @Override
    public Optional<Charset> getCharset() {
        return Charset.defaultCharset().equals(m_charset) ? Optional.empty() : Optional.ofNullable(m_charset);
    }
}
