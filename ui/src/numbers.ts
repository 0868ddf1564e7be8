// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Arrays of numbers as the nodes send them, and the statistics that the pages draw.

/** 32-bit floating-point numbers, little-endian, in Base64; not a number where there is no value. */
export interface Packed {
  f32: string;
}

/** A pattern: its grey levels run from min (step 0) to max (step 65535). */
export interface PatternPart {
  width: number;
  height: number;
  min: number;
  max: number;
  u16: string;
}

function bytes(base64: string): ArrayBuffer {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    out[i] = text.charCodeAt(i);
  }
  return out.buffer;
}

export function floats(part: Packed): Float32Array {
  const view = new DataView(bytes(part.f32));
  const out = new Float32Array(view.byteLength / 4);
  for (let i = 0; i < out.length; i++) {
    out[i] = view.getFloat32(4 * i, true);
  }
  return out;
}

export function steps(part: PatternPart): Uint16Array {
  const view = new DataView(bytes(part.u16));
  if (view.byteLength !== 2 * part.width * part.height) {
    throw new Error(`The pattern has ${view.byteLength} bytes, expected ${2 * part.width * part.height}`);
  }
  const out = new Uint16Array(view.byteLength / 2);
  for (let i = 0; i < out.length; i++) {
    out[i] = view.getUint16(2 * i, true);
  }
  return out;
}

/** The finite values in ascending order. */
export function sortedFinite(values: Float32Array): Float32Array {
  return values.filter((v) => Number.isFinite(v)).sort();
}

/** Percentile of sorted values, linear between neighbours; not a number if there are none. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  if (sorted.length === 0) {
    return NaN;
  }
  const place = (Math.min(100, Math.max(0, percent)) / 100) * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}

/** Step below which the given percentage of the pixels lies. */
export function stepPercentile(pixels: Uint16Array, percent: number): number {
  const counts = new Uint32Array(65536);
  for (const step of pixels) {
    counts[step]!++;
  }
  const wanted = (percent / 100) * pixels.length;
  let sum = 0;
  for (let step = 0; step < counts.length; step++) {
    sum += counts[step]!;
    if (sum >= wanted && sum > 0) {
      return step;
    }
  }
  return 65535;
}

export interface Histogram {
  /** Middle of each bin. */
  middles: number[];
  counts: number[];
  width: number;
}

/** Counts sorted values in equal bins; whole numbers with few different values get a bin each. */
export function histogram(sorted: Float32Array, most = 48): Histogram {
  if (sorted.length === 0) {
    return { middles: [], counts: [], width: 1 };
  }
  const low = sorted[0]!;
  const high = sorted[sorted.length - 1]!;
  const whole = sorted.every((v) => Number.isInteger(v));
  let width = (high - low) / most;
  if (whole) {
    width = Math.max(1, Math.ceil((high - low + 1) / most));
  } else if (width === 0) {
    width = Math.max(Math.abs(low) * 1e-3, 1e-6);
  }
  const start = whole ? low - 0.5 : low;
  const bins = Math.max(1, whole ? Math.ceil((high - low + 1) / width) : most);
  const counts = new Array<number>(high === low ? 1 : bins).fill(0);
  for (const v of sorted) {
    counts[Math.min(counts.length - 1, Math.floor((v - start) / width))]!++;
  }
  return { middles: counts.map((_, i) => start + (i + 0.5) * width), counts, width };
}

/** A number with as many digits as tell something: 0.0123, 4.57, 183, 1.2e+6. */
export function readable(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e6) {
    return String(value);
  }
  return String(Number(value.toPrecision(4)));
}

/** Round values for the ends of an axis or a slider's text: no digits of the machine. */
export function rounded(value: number, step: number): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return Number(value.toFixed(digits));
}
