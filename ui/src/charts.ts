// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Histograms and scatter plots, drawn by uPlot.

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { themeColour, el } from "./dom";
import { histogram, readable } from "./numbers";

function axis(label: string): uPlot.Axis {
  return {
    label,
    stroke: () => themeColour("--ink"),
    grid: { stroke: () => themeColour("--grid"), width: 1 },
    ticks: { stroke: () => themeColour("--grid"), width: 1, size: 4 },
    font: "12px system-ui, sans-serif",
    labelFont: "12px system-ui, sans-serif",
    labelSize: 18,
    size: 26,
    values: (_, splits) => splits.map((v) => (v === null ? "" : readable(v))),
  };
}

/** A plot as wide as its place; an extra drawing may be laid over it. */
function plot(
  holder: HTMLElement,
  height: number,
  data: uPlot.AlignedData,
  options: Pick<uPlot.Options, "axes" | "series" | "scales"> & { over?: (plot: uPlot) => void },
): HTMLElement {
  let made: uPlot | undefined;
  const make = (): void => {
    made?.destroy();
    made = undefined;
    if (!holder.isConnected) {
      document.removeEventListener("themechange", make);
      return;
    }
    const width = holder.clientWidth;
    if (width === 0) {
      return;
    }
    made = new uPlot(
      {
        width,
        height,
        legend: { show: false },
        cursor: { show: false },
        axes: options.axes!,
        series: options.series,
        scales: options.scales!,
        hooks: options.over ? { draw: [options.over] } : {},
      },
      data,
      holder,
    );
  };
  new ResizeObserver(() => (made ? made.setSize({ width: holder.clientWidth, height }) : make())).observe(holder);
  document.addEventListener("themechange", make);
  holder.addEventListener("redraw", () => made?.redraw());
  return holder;
}

function verticalLine(u: uPlot, x: number, dash: number[]): void {
  if (!Number.isFinite(x)) {
    return;
  }
  const place = u.valToPos(x, "x", true);
  const context = u.ctx;
  context.save();
  context.strokeStyle = themeColour("--accent");
  context.lineWidth = 2 * devicePixelRatio;
  context.setLineDash(dash.map((d) => d * devicePixelRatio));
  context.beginPath();
  context.moveTo(place, u.bbox.top);
  context.lineTo(place, u.bbox.top + u.bbox.height);
  context.stroke();
  context.restore();
}

/** How often each value occurs; lines at the given values, which an event "redraw" asks for again. */
export function distribution(
  holder: HTMLElement,
  sorted: Float32Array,
  label: string,
  lines: () => number[],
  height = 150,
): HTMLElement {
  if (sorted.length === 0) {
    holder.append(el("p", { class: "none" }, "no values"));
    return holder;
  }
  const bins = histogram(sorted);
  const half = bins.width / 2;
  return plot(holder, height, [bins.middles, bins.counts], {
    axes: [axis(label), { ...axis("points"), size: 50 }],
    series: [
      {},
      {
        fill: () => themeColour("--fill"),
        stroke: () => themeColour("--fill"),
        width: 0,
        paths: uPlot.paths.bars!({ size: [0.96, Infinity] }),
        points: { show: false },
      },
    ],
    scales: {
      x: { time: false, range: () => [bins.middles[0]! - half, bins.middles[bins.middles.length - 1]! + half] },
      y: { range: (_u, _low, high) => [0, Math.max(1, high) * 1.05] },
    },
    over: (u) => lines().forEach((x) => verticalLine(u, x, [5, 4])),
  });
}

/** A point per pair; a straight line y = slope x, if one is given. */
export function scatter(
  holder: HTMLElement,
  xs: Float32Array,
  ys: Float32Array,
  labels: [string, string],
  slope: number | undefined,
  height = 300,
): HTMLElement {
  const order = Array.from(xs.keys())
    .filter((i) => Number.isFinite(xs[i]!) && Number.isFinite(ys[i]!))
    .sort((a, b) => xs[a]! - xs[b]!);
  if (order.length === 0) {
    holder.append(el("p", { class: "none" }, "no values"));
    return holder;
  }
  const data: uPlot.AlignedData = [order.map((i) => xs[i]!), order.map((i) => ys[i]!)];
  return plot(holder, height, data, {
    axes: [axis(labels[0]), { ...axis(labels[1]), size: 56 }],
    series: [
      {},
      {
        paths: () => null,
        points: { show: true, size: 3.5, fill: () => themeColour("--dots"), stroke: "transparent", width: 0 },
      },
    ],
    scales: { x: { time: false } },
    over: (u) => {
      if (slope === undefined) {
        return;
      }
      const [low, high] = [u.scales["x"]!.min!, u.scales["x"]!.max!];
      const context = u.ctx;
      context.save();
      context.beginPath();
      context.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
      context.clip();
      context.strokeStyle = themeColour("--accent");
      context.lineWidth = 2 * devicePixelRatio;
      context.beginPath();
      context.moveTo(u.valToPos(low, "x", true), u.valToPos(slope * low, "y", true));
      context.lineTo(u.valToPos(high, "x", true), u.valToPos(slope * high, "y", true));
      context.stroke();
      context.restore();
    },
  });
}
