// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/**
 * Sums and solves the normal equations of a least-squares fit of fixed size by Cholesky decomposition. Has scratch
 * memory; belongs to one thread.
 */
final class NormalEquations {

    private final int m_size;
    private final double[] m_matrix;
    private final double[] m_right;
    private final double[] m_factor;
    private final double[] m_solution;

    /** @param size number of parameters */
    NormalEquations(final int size) {
        m_size = size;
        m_matrix = new double[size * size];
        m_right = new double[size];
        m_factor = new double[size * size];
        m_solution = new double[size];
    }

    /** @param products weighted products of derivatives, the lower triangle row by row */
    void products(final double[] products) {
        int p = 0;
        for (int i = 0; i < m_size; i++) {
            for (int k = 0; k <= i; k++) {
                m_matrix[i * m_size + k] = products[p++];
            }
        }
    }

    /** @param right weighted products of derivatives and differences */
    void right(final double[] right) {
        System.arraycopy(right, 0, m_right, 0, m_size);
    }

    /** Adds the weight of a measurement of a single parameter. */
    void addProduct(final int parameter, final double weight) {
        m_matrix[parameter * m_size + parameter] += weight;
    }

    /** Adds the weighted difference of a measurement of a single parameter. */
    void addRight(final int parameter, final double difference) {
        m_right[parameter] += difference;
    }

    /**
     * @param damping the diagonal is multiplied by 1 + damping
     * @return whether a solution exists; it can then be read from {@link #solution}
     */
    boolean solve(final double damping) {
        if (!factorise(damping)) {
            return false;
        }
        System.arraycopy(m_right, 0, m_solution, 0, m_size);
        substitute();
        return true;
    }

    /** @return by how much the last solution lowers the weighted sum of squares, as far as the problem is linear */
    double expectedGain() {
        double gain = 0;
        for (int i = 0; i < m_size; i++) {
            gain += m_solution[i] * m_right[i];
        }
        return gain;
    }

    /** @return a parameter of the last solution */
    double solution(final int parameter) {
        return m_solution[parameter];
    }

    /** @return variance of a parameter; NaN if it is not determined */
    double variance(final int parameter) {
        if (!factorise(0)) {
            return Double.NaN;
        }
        java.util.Arrays.fill(m_solution, 0);
        m_solution[parameter] = 1;
        substitute();
        return m_solution[parameter];
    }

    private boolean factorise(final double damping) {
        for (int i = 0; i < m_size; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = m_matrix[i * m_size + k] * (i == k ? 1 + damping : 1);
                for (int j = 0; j < k; j++) {
                    sum -= m_factor[i * m_size + j] * m_factor[k * m_size + j];
                }
                if (i != k) {
                    m_factor[i * m_size + k] = sum / m_factor[k * m_size + k];
                } else if (sum > 1e-14 * m_matrix[i * m_size + i]) {
                    m_factor[i * m_size + i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private void substitute() {
        for (int i = 0; i < m_size; i++) {
            double sum = m_solution[i];
            for (int k = 0; k < i; k++) {
                sum -= m_factor[i * m_size + k] * m_solution[k];
            }
            m_solution[i] = sum / m_factor[i * m_size + i];
        }
        for (int i = m_size - 1; i >= 0; i--) {
            double sum = m_solution[i];
            for (int k = i + 1; k < m_size; k++) {
                sum -= m_factor[k * m_size + i] * m_solution[k];
            }
            m_solution[i] = sum / m_factor[i * m_size + i];
        }
    }
}
