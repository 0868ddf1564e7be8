// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { brightness, colours, paint } from "../src/colours";

describe("colours", () => {
  it("have the published ends", () => {
    // matplotlib: viridis (0.267004, 0.004874, 0.329415) to (0.993248, 0.906157, 0.143936), cividis #00224e to #fee838.
    expect(colours("viridis")[0]).toEqual([68, 1, 84]);
    expect(colours("viridis")[255]).toEqual([253, 231, 37]);
    expect(colours("cividis")[0]).toEqual([0, 34, 78]);
    expect(colours("cividis")[255]).toEqual([254, 232, 56]);
  });

  it("grow brighter all the way", () => {
    const luminance = colours("cividis").map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b);
    expect(luminance.every((l, i) => i === 0 || l >= luminance[i - 1]! - 0.5)).toBe(true);
  });

  it("leave points without a value clear and cut values outside the range", () => {
    const rgba = paint(Float32Array.from([NaN, -5, 0, 1, 9]), 0, 1, "grey");
    expect([...rgba]).toEqual([0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
    expect([...paint(Float32Array.from([3]), 3, 3, "grey")]).toEqual([128, 128, 128, 255]);
  });

  it("run from black to white in every contrast, weak spots brightest in the logarithmic one", () => {
    const tables = (["logarithmic", "square root", "linear"] as const).map((c) => brightness(c, 100, 60000));
    for (const table of tables) {
      expect([table[100], table[60000], table[0], table[65535]]).toEqual([0, 255, 0, 255]);
    }
    const weak = tables.map((t) => t[3000]!);
    expect(weak[0]).toBeGreaterThan(weak[1]!);
    expect(weak[1]).toBeGreaterThan(weak[2]!);
  });
});
