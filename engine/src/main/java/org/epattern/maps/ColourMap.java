// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/**
 * Colours for values. All rise evenly in lightness, so they can be read by colour-blind people and in print.
 *
 * <p>Colours are interpolated between 33 evenly spaced points of the published tables. Viridis, magma and inferno: S.
 * van der Walt and N. Smith, 2015, CC0; cividis: J. R. Nunez, C. R. Anderton, R. S. Renslow, PLoS ONE 13 (2018)
 * e0199239, CC0.</p>
 */
public enum ColourMap {
    /** Dark blue over green to yellow. */
    VIRIDIS("440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d 2f6a8e 2c728e "
        + "297a8e 26818e 23898e 21908c 1f988b 1f9f88 21a685 28ae80 31b57b 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f "
        + "abdc32 c0df24 d5e21a eae51a fde725"),
    /** Dark blue over grey to yellow; looks nearly the same to people who do not see red or green. */
    CIVIDIS("00224e 00285b 002e6a 043371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 52596d 5a5f6e 61656f "
        + "686a71 6f7073 757676 7c7b78 848179 8b8778 938d78 9b9376 a39a75 aba072 b3a670 bbad6c c3b469 ccba64 d4c15f "
        + "ddc958 e6d051 efd748 f8df3c fee838"),
    /** Black over purple to light yellow. */
    MAGMA("000004 030311 0a0822 130d33 1d1146 28115a 36106a 430f76 50127c 5d177f 691c81 762181 822681 8f2a81 "
        + "9c2e7f a9327d b63779 c33b75 cf4170 db486a e65163 ee5c5e f5695c f9785d fb8761 fd9668 fea571 feb47b fec387 "
        + "fed194 fde0a2 fceeb0 fcfdbf"),
    /** Black over red to bright yellow. */
    INFERNO("000004 040312 0b0724 150b37 210c4a 2e0a5a 3c0965 4a0c6b 57106d 63146e 70196e 7d1e6d 89226a "
        + "962766 a32b61 af315c bb3755 c63e4d d14644 db4f3b e35932 eb6528 f1711e f67f14 f98d0a fb9c06 fcab0f fbba1f "
        + "f9ca32 f5d949 f2e865 f3f586 fcffa4"),
    /** Black to white. */
    GREY("000000 ffffff");

    private final int[] m_points;

    ColourMap(final String points) {
        final String[] hex = points.split(" ");
        m_points = new int[hex.length];
        for (int i = 0; i < hex.length; i++) {
            m_points[i] = Integer.parseInt(hex[i], 16);
        }
    }

    /**
     * @param value 0 to 1; values outside are taken as the nearer end
     * @return colour as 0xRRGGBB
     */
    public int rgb(final double value) {
        final double position = Math.max(0, Math.min(1, value)) * (m_points.length - 1);
        final int lower = Math.min((int)position, m_points.length - 2);
        final double share = position - lower;
        return channel(lower, share, 16) | channel(lower, share, 8) | channel(lower, share, 0);
    }

    private int channel(final int lower, final double share, final int shift) {
        final int from = m_points[lower] >> shift & 0xff;
        final int to = m_points[lower + 1] >> shift & 0xff;
        return (int)Math.round(from + share * (to - from)) << shift;
    }

    /** Colour of points without a value: a grey that the map itself does not have, or a blue beside greys. */
    int missingRgb() {
        return this == GREY ? 0x5b7fb5 : 0xbdbdbd;
    }
}
