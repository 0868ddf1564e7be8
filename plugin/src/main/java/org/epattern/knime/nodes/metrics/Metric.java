// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

/** A figure that two versions of a pattern are judged by. */
enum Metric {
    PSNR("PSNR", "dB"), SSIM("SSIM", ""), RMSE("RMSE", "grey levels"),
    /** Summed mean grey level of the spots in the compared pattern, divided by that in the reference (Fig. 4e). */
    INTENSITY_KEPT("intensity kept", ""),
    /** Mean size of the change of a spot's mean grey level, as a share of the data range (Fig. 4f). */
    INTENSITY_DIFFERENCE("intensity difference", "of the data range"),
    /** Mean distance of the centres of mass of a spot in both patterns (Fig. 4d). */
    POSITION_OFFSET("position offset", "px");

    private final String m_column;
    private final String m_unit;

    Metric(final String column, final String unit) {
        m_column = column;
        m_unit = unit;
    }

    /** @return name of the column */
    String column() {
        return m_column;
    }

    /** @return unit, empty if there is none */
    String unit() {
        return m_unit;
    }

    /** @return whether reflections are needed */
    boolean isOfSpots() {
        return compareTo(INTENSITY_KEPT) >= 0;
    }

    /** @return whether the user wants it */
    boolean isChosen(final QualityMetricsParameters parameters) {
        return switch (this) {
            case PSNR -> parameters.m_psnr;
            case SSIM -> parameters.m_ssim;
            case RMSE -> parameters.m_rmse;
            default -> parameters.m_spots;
        };
    }
}
