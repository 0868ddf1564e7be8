// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Limits of numbers that the dialogs refuse at once; validate() of the settings refuses them again. */
public final class Limits {

    private Limits() {
    }

    /** From 0.5. */
    public static final class AtLeastHalf extends MinValidation {
        @Override
        protected double getMin() {
            return 0.5;
        }
    }

    /** From 1. */
    public static final class AtLeastOne extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    /** From 2. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** From 0.01. */
    public static final class AtLeastHundredth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.01;
        }
    }

    /** From 0.001. */
    public static final class AtLeastThousandth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.001;
        }
    }

    /** From 0.0001. */
    public static final class AtLeastTenThousandth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.0001;
        }
    }

    /** From 0.05. */
    public static final class AtLeastTwentieth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.05;
        }
    }

    /** Up to 2. */
    public static final class AtMostTwo extends MaxValidation {
        @Override
        protected double getMax() {
            return 2;
        }
    }

    /** Up to 5. */
    public static final class AtMostFive extends MaxValidation {
        @Override
        protected double getMax() {
            return 5;
        }
    }

    /** Up to 10. */
    public static final class AtMostTen extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }

    /** Up to 50. */
    public static final class AtMostFifty extends MaxValidation {
        @Override
        protected double getMax() {
            return 50;
        }
    }

    /** Up to 64. */
    public static final class AtMostSixtyFour extends MaxValidation {
        @Override
        protected double getMax() {
            return 64;
        }
    }

    /** Up to 90. */
    public static final class AtMostNinety extends MaxValidation {
        @Override
        protected double getMax() {
            return 90;
        }
    }

    /** Up to 99. */
    public static final class AtMostNinetyNine extends MaxValidation {
        @Override
        protected double getMax() {
            return 99;
        }
    }

    /** Up to 180. */
    public static final class AtMostStraightAngle extends MaxValidation {
        @Override
        protected double getMax() {
            return 180;
        }
    }

    /** Up to 1000. */
    public static final class AtMostThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 1000;
        }
    }

    /** Up to 10 000. */
    public static final class AtMostTenThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000;
        }
    }

    /** Up to 8192. */
    public static final class AtMostLargestPattern extends MaxValidation {
        @Override
        protected double getMax() {
            return 8192;
        }
    }

    /** Up to 0.9. */
    public static final class AtMostNineTenths extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.9;
        }
    }
}
