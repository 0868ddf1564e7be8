// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { floats, histogram, percentile, readable, rounded, sortedFinite, stepPercentile, steps } from "../src/numbers";

describe("numbers", () => {
  it("reads little-endian floats with their gaps", () => {
    // 1.0 = 3f800000, -2.5 = c0200000, not a number = 7fc00000 (IEEE 754), low byte first.
    const bytes = [0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc0, 0, 0, 0xc0, 0x7f];
    const values = floats({ f32: btoa(String.fromCharCode(...bytes)) });
    expect([...values]).toEqual([1, -2.5, NaN]);
    expect([...sortedFinite(values)]).toEqual([-2.5, 1]);
  });

  it("reads steps of a pattern, and refuses one of another size", () => {
    const u16 = btoa(String.fromCharCode(0, 0, 0xff, 0xff, 0x34, 0x12));
    expect([...steps({ width: 3, height: 1, min: 0, max: 1, u16 })]).toEqual([0, 65535, 0x1234]);
    expect(() => steps({ width: 2, height: 2, min: 0, max: 1, u16 })).toThrow("6 bytes, expected 8");
  });

  it("takes percentiles between neighbours", () => {
    expect(percentile([1, 2, 3, 4], 50)).toBe(2.5);
    expect(percentile([1, 2, 3, 4], 0)).toBe(1);
    expect(percentile([1, 2, 3, 4], 100)).toBe(4);
    expect(percentile([], 50)).toBeNaN();
  });

  it("finds the step below which a share of the pixels lies", () => {
    const pixels = Uint16Array.from({ length: 100 }, (_, i) => i * 10);
    expect(stepPercentile(pixels, 0)).toBe(0);
    expect(stepPercentile(pixels, 50)).toBe(490);
    expect(stepPercentile(pixels, 100)).toBe(990);
  });

  it("counts every value once, whole numbers in bins of their own", () => {
    const counts = histogram(Float32Array.from([3, 3, 4, 6]));
    expect(counts.middles).toEqual([3, 4, 5, 6]);
    expect(counts.counts).toEqual([2, 1, 0, 1]);
    const many = histogram(Float32Array.from({ length: 1000 }, (_, i) => i / 7));
    expect(many.counts.reduce((a, b) => a + b)).toBe(1000);
    expect(histogram(Float32Array.from([2.5, 2.5])).counts).toEqual([2]);
    expect(histogram(new Float32Array()).counts).toEqual([]);
  });

  it("writes numbers for people", () => {
    expect([12, 0.123456, 123456.7, NaN, null].map(readable)).toEqual(["12", "0.1235", "123500", "–", "–"]);
    expect(rounded(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(rounded(7.4, 1)).toBe(7);
  });
});
