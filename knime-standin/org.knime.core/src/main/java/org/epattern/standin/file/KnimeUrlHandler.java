// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

import org.knime.core.util.FileUtil;

/** Opens knime:// addresses, so that Java takes them for addresses at all. */
public final class KnimeUrlHandler extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(final URL url) {
        return new URLConnection(url) {

            @Override
            public void connect() {
                connected = true; // files need no connection
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return FileUtil.openStreamWithTimeout(getURL());
            }
        };
    }
}
