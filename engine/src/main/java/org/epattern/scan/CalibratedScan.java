// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/** A scan with another calibration; its patterns are those of the base. */
final class CalibratedScan extends ScanView {

    private final Calibration m_calibration;

    CalibratedScan(final Scan base, final Calibration calibration) {
        super(base, base.geometry());
        m_calibration = calibration;
    }

    @Override
    public Calibration calibration() {
        return m_calibration;
    }

    @Override
    public PatternReader openReader() {
        return base().openReader();
    }
}
