// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/** The disk of this machine as one on which only so many bytes can still be written. */
final class FullDisk extends FileSystem {

    private final FileSystem m_disk = FileSystems.getDefault();
    private final Provider m_provider = new Provider();
    private long m_free;

    FullDisk(final long free) {
        m_free = free;
    }

    /** @return the same path on this disk */
    Path at(final Path path) {
        return (Path)Proxy.newProxyInstance(FullDisk.class.getClassLoader(), new Class<?>[]{Path.class, Real.class},
            (proxy, method, arguments) -> {
                if (method.getDeclaringClass() == Real.class) {
                    return path;
                }
                if (method.getName().equals("getFileSystem")) {
                    return this;
                }
                final Object[] real = arguments == null ? null : arguments.clone();
                for (int i = 0; real != null && i < real.length; i++) {
                    real[i] = real[i] instanceof Real wrapped ? wrapped.real() : real[i];
                }
                try {
                    final Object result = method.invoke(path, real);
                    return result instanceof Path other ? at(other) : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    /** Knows the path on the real disk. */
    interface Real {
        Path real();
    }

    private static Path real(final Path path) {
        return path instanceof Real wrapped ? wrapped.real() : path;
    }

    private void take(final int bytes) throws IOException {
        m_free -= bytes;
        if (m_free < 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public FileSystemProvider provider() {
        return m_provider;
    }

    @Override
    public void close() {
        // the real disk stays
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return m_disk.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return m_disk.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return m_disk.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return m_disk.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(final String first, final String... more) {
        return at(m_disk.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(final String syntaxAndPattern) {
        return m_disk.getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return m_disk.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return m_disk.newWatchService();
    }

    private final class Provider extends FileSystemProvider {

        private final FileSystemProvider m_real = m_disk.provider();

        @Override
        public FileChannel newFileChannel(final Path path, final Set<? extends OpenOption> options,
            final FileAttribute<?>... attributes) throws IOException {
            return new Channel(m_real.newFileChannel(real(path), options, attributes));
        }

        @Override
        public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
            final FileAttribute<?>... attributes) throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(final Path path,
            final DirectoryStream.Filter<? super Path> filter) throws IOException {
            return m_real.newDirectoryStream(real(path), filter);
        }

        @Override
        public void createDirectory(final Path path, final FileAttribute<?>... attributes) throws IOException {
            m_real.createDirectory(real(path), attributes);
        }

        @Override
        public void delete(final Path path) throws IOException {
            m_real.delete(real(path));
        }

        @Override
        public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
            m_real.copy(real(source), real(target), options);
        }

        @Override
        public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
            m_real.move(real(source), real(target), options);
        }

        @Override
        public boolean isSameFile(final Path path, final Path other) throws IOException {
            return m_real.isSameFile(real(path), real(other));
        }

        @Override
        public boolean isHidden(final Path path) throws IOException {
            return m_real.isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(final Path path) throws IOException {
            return m_real.getFileStore(real(path));
        }

        @Override
        public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
            m_real.checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
            final LinkOption... options) {
            return m_real.getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
            final LinkOption... options) throws IOException {
            return m_real.readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(final Path path, final String attributes,
            final LinkOption... options) throws IOException {
            return m_real.readAttributes(real(path), attributes, options);
        }

        @Override
        public void setAttribute(final Path path, final String attribute, final Object value,
            final LinkOption... options) throws IOException {
            m_real.setAttribute(real(path), attribute, value, options);
        }

        @Override
        public String getScheme() {
            return "full";
        }

        @Override
        public FileSystem newFileSystem(final URI uri, final Map<String, ?> settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(final URI uri) {
            return FullDisk.this;
        }

        @Override
        public Path getPath(final URI uri) {
            return at(m_real.getPath(uri));
        }
    }

    /** A channel that stops writing when the disk is full. */
    private final class Channel extends FileChannel {

        private final FileChannel m_real;

        Channel(final FileChannel real) {
            m_real = real;
        }

        @Override
        public int write(final ByteBuffer source) throws IOException {
            take(source.remaining());
            return m_real.write(source);
        }

        @Override
        public int write(final ByteBuffer source, final long position) throws IOException {
            take(source.remaining());
            return m_real.write(source, position);
        }

        @Override
        public long write(final ByteBuffer[] sources, final int offset, final int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(final ByteBuffer target) throws IOException {
            return m_real.read(target);
        }

        @Override
        public int read(final ByteBuffer target, final long position) throws IOException {
            return m_real.read(target, position);
        }

        @Override
        public long read(final ByteBuffer[] targets, final int offset, final int length) throws IOException {
            return m_real.read(targets, offset, length);
        }

        @Override
        public long position() throws IOException {
            return m_real.position();
        }

        @Override
        public FileChannel position(final long position) throws IOException {
            m_real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return m_real.size();
        }

        @Override
        public FileChannel truncate(final long size) throws IOException {
            m_real.truncate(size);
            return this;
        }

        @Override
        public void force(final boolean metaData) throws IOException {
            m_real.force(metaData);
        }

        @Override
        public long transferTo(final long position, final long count, final WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(final ReadableByteChannel source, final long position, final long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(final MapMode mode, final long position, final long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(final long position, final long size, final boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(final long position, final long size, final boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            m_real.close();
        }
    }
}
