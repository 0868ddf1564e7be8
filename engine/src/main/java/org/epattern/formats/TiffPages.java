// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;

import org.epattern.scan.SampleType;

/**
 * The pages of a TIFF file and where their pixels lie. Pages that are smaller copies of others do not count; all others
 * must be alike. Looks at each directory once; afterwards each page is found in constant time.
 */
final class TiffPages {

    private static final int LONGEST_PIECE = 1 << 26;
    /** More than any scan; keeps the list of positions small. */
    private static final int MOST_PAGES = 10_000_000;
    /** Instead of a position: the pixels of this page lie in several pieces. */
    private static final long IN_PIECES = -1;

    private final ScanFile m_file;
    private final TiffReader m_reader;
    private final TiffDirectory m_first;
    private final GreyImages.Kind m_kind;
    private final boolean m_plain;
    private final LongList m_directories = new LongList();
    private final LongList m_pixels = new LongList();
    private final LongList m_numbers = new LongList();

    /** Looks at all pages. */
    TiffPages(final ScanFile file) throws IOException {
        this(file, Integer.MAX_VALUE);
    }

    /**
     * @param file the file
     * @param most pages behind so many are not looked at
     */
    TiffPages(final ScanFile file, final int most) throws IOException {
        m_file = file;
        m_reader = new TiffReader(file);
        long position = m_reader.first();
        TiffDirectory first = null;
        GreyImages.Kind kind = null;
        boolean plain = true;
        // Brent's way to find a circle in a chain of any length without a list of what was visited
        long visited = 0;
        long steps = 0;
        long lap = 1;
        for (int number = 0; position != 0 && m_directories.size() < most; number++) {
            final TiffDirectory page = new TiffDirectory(m_reader, position, name(number));
            if (!page.isReduced()) {
                if (!page.isPlain()) {
                    refuseDamaged(page);
                }
                if (first == null) {
                    first = page;
                    plain = page.isPlain();
                    kind = plain ? kind(page) : GreyImages.kind(file.path(), number);
                } else {
                    refuseOther(page, kind, plain, number);
                }
                m_directories.add(position);
                m_numbers.add(number);
                m_pixels.add(plain ? pixels(page, kind.type()) : IN_PIECES);
            }
            if (m_directories.size() > MOST_PAGES) {
                throw new IOException(file.path() + ": found more than " + MOST_PAGES + " pages");
            }
            if (position == visited) {
                throw new IOException(file.path() + ": damaged file; the chain of pages is a circle");
            }
            if (++steps == lap) {
                visited = position;
                lap *= 2;
                steps = 0;
            }
            position = page.next();
        }
        if (first == null) {
            throw new IOException(file.path() + ": the file has no pages, expected at least one image");
        }
        m_first = first;
        m_kind = kind;
        m_plain = plain;
    }

    private static String name(final int number) {
        return "page " + (number + 1);
    }

    private GreyImages.Kind kind(final TiffDirectory page) throws IOException {
        return new GreyImages.Kind(page.width(), page.height(), page.type());
    }

    /** Looks at the numbers that the image library trusts. */
    private void refuseDamaged(final TiffDirectory page) throws IOException {
        if (m_reader.big()) {
            throw new IOException(m_file.path() + ": found a BigTIFF file with compressed, palette or colour pixels, "
                + "expected uncompressed grey levels");
        }
        page.width();
        page.height();
        page.checkCodedPieces();
    }

    private void refuseOther(final TiffDirectory page, final GreyImages.Kind kind, final boolean plain,
        final int number) throws IOException {
        if (page.width() != kind.width() || page.height() != kind.height() || page.isPlain() != plain
            || plain && page.type() != kind.type()) {
            throw new IOException(m_file.path() + ": " + name(number) + " has " + page.width() + " x " + page.height()
                + " px" + (page.isPlain() ? " " + page.type() : "") + ", but the first one has " + kind
                + "; all pages of a scan must be alike");
        }
    }

    /** Where the pixels of a page lie in one piece. */
    private static long pixels(final TiffDirectory page, final SampleType type) throws IOException {
        final int pieces = page.pieces();
        final TiffDirectory.Piece first = page.piece(0, type.bytes());
        if (first.rowPixels() != page.width()) {
            page.piece(pieces - 1, type.bytes());
            return IN_PIECES;
        }
        long end = first.offset();
        for (int i = 0; i < pieces; i++) {
            final TiffDirectory.Piece piece = page.piece(i, type.bytes());
            if (piece.offset() != end) {
                return IN_PIECES;
            }
            end += (long)piece.rowPixels() * piece.rows() * type.bytes();
        }
        return first.offset();
    }

    int count() {
        return m_directories.size();
    }

    GreyImages.Kind kind() {
        return m_kind;
    }

    /** @return whether pages are read as they lie, without the image library */
    boolean isPlain() {
        return m_plain;
    }

    TiffDirectory first() {
        return m_first;
    }

    ByteOrder order() {
        return m_reader.order();
    }

    /** @return position of the pixels of the first page, -1 where they lie in several pieces or are coded */
    long firstPixels() {
        return m_pixels.get(0);
    }

    /** @return number of the page in the file, which counts smaller copies as well */
    int number(final int page) {
        return (int)m_numbers.get(page);
    }

    /** Reads a plain page into little-endian samples. */
    void read(final int page, final byte[] samples) throws IOException {
        final int bytes = m_kind.type().bytes();
        final int length = m_kind.width() * m_kind.height() * bytes;
        if (m_pixels.get(page) != IN_PIECES) {
            m_file.read(m_pixels.get(page), samples, 0, length, name(number(page)));
        } else {
            // a reader of its own, since several threads may be here
            readPieces(new TiffDirectory(new TiffReader(m_file), m_directories.get(page), name(number(page))), samples);
        }
        ByteOrders.toLittleEndian(samples, length, bytes, order());
    }

    private void readPieces(final TiffDirectory page, final byte[] samples) throws IOException {
        final int bytes = m_kind.type().bytes();
        final int width = m_kind.width();
        final int pieces = page.pieces();
        byte[] scratch = null;
        for (int i = 0; i < pieces; i++) {
            final TiffDirectory.Piece piece = page.piece(i, bytes);
            final int rows = Math.min(piece.rows(), m_kind.height() - piece.y());
            final int rowBytes = piece.rowPixels() * bytes;
            final int used = Math.min(piece.rowPixels(), width - piece.x()) * bytes;
            if (piece.rowPixels() == width) {
                m_file.read(piece.offset(), samples, piece.y() * width * bytes, rows * rowBytes, "its pixels");
                continue;
            }
            if ((long)rowBytes * rows > LONGEST_PIECE) {
                throw new IOException(m_file.path() + ": found tiles of " + piece.rowPixels() + " x " + piece.rows()
                    + " px, which are too large to be read");
            }
            if (scratch == null) {
                scratch = new byte[rowBytes * piece.rows()];
            }
            m_file.read(piece.offset(), scratch, 0, rows * rowBytes, "its pixels");
            for (int row = 0; row < rows; row++) {
                System.arraycopy(scratch, row * rowBytes, samples, ((piece.y() + row) * width + piece.x()) * bytes,
                    used);
            }
        }
    }
}
