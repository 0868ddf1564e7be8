// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { asFound, compare } from "../src/comparing";
import { spotAt, Viewport, type Spot } from "../src/patternView";

const spot = (x: number, y: number, rank: number): Spot => ({ x, y, radius: 4, mean: 9, prominence: 5, rank });

describe("spots", () => {
  it("that stayed, came and went are told apart", () => {
    const before = [spot(50, 50, 1), spot(70, 50, 2), spot(20, 20, 3)];
    const after = [spot(50.2, 50, 1), spot(70, 50.4, 2), spot(90, 90, 3)];
    const change = compare(before, after);
    expect(change.marked.map((s) => s.mark)).toEqual(["beam", "spot", "gained", "lost"]);
    expect([change.gained, change.lost]).toEqual([1, 1]);
  });

  it("are paired once, the nearest first", () => {
    const change = compare([spot(50, 50, 2)], [spot(52, 50, 2), spot(50.5, 50, 3)]);
    expect(change.marked.map((s) => s.mark)).toEqual(["gained", "spot"]);
  });

  it("do not change when the settings do not", () => {
    const spots = [spot(50, 50, 1), spot(53, 50, 2)];
    expect(compare(spots, spots)).toEqual({ marked: asFound(spots), gained: 0, lost: 0 });
  });

  it("are found below the mouse within their radius", () => {
    const spots = [spot(50, 50, 1), spot(57, 50, 2)];
    expect(spotAt(spots, 53, 50, 0)?.rank).toBe(1);
    expect(spotAt(spots, 54, 50, 0)?.rank).toBe(2);
    expect(spotAt(spots, 70, 70, 3)).toBeUndefined();
  });

  it("stay below the mouse when the pattern is zoomed", () => {
    const view = new Viewport();
    view.zoomAt(4, 0.25, 0.5);
    // The place under the mouse keeps its distance from the middle of the window: (0.25 - 0.5) of the window's width.
    expect((0.25 - view.centreX) * view.zoom).toBeCloseTo(-0.25, 12);
    view.zoomAt(0.01, 0.9, 0.9);
    expect([view.zoom, view.centreX, view.centreY]).toEqual([1, 0.5, 0.5]);
  });
});
