// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// The page "Map View" of Spot Count Map.

import "./style.css";
import { distribution } from "./charts";
import { COLOUR_NAMES, type ColourName } from "./colours";
import { choice, el, start, tell } from "./dom";
import { percentile, readable } from "./numbers";
import { savePng, saveSvg } from "./saving";
import { colourBar, Cursor, MapData, ScanMap, type MapPart, type ScanSize } from "./scanMap";

interface Initial extends ScanSize {
  view: "maps";
  maps: MapPart[];
}

interface Shown {
  data: MapData;
  map: ScanMap;
  figure: HTMLElement;
  value: HTMLElement;
  bar: HTMLElement;
}

class MapPage {
  private readonly cursor: Cursor;
  private readonly shown: Shown[];
  private colour: ColourName = "cividis";
  private chosen = 0;
  private readonly panel = el("section", { "aria-label": "Chosen map" });

  constructor(private readonly initial: Initial) {
    this.cursor = new Cursor(initial);
    this.shown = initial.maps.map((part, i) => this.figure(new MapData(part), i));
    this.cursor.onMove(() => this.read(undefined));
  }

  nodes(): Node[] {
    this.read(undefined);
    this.choose(0);
    const controls = el(
      "div",
      { class: "row" },
      choice("Colours", "colours", COLOUR_NAMES, this.colour, (c) => {
        this.colour = c as ColourName;
        this.shown.forEach((s) => this.recolour(s));
      }),
    );
    return [controls, el("div", { class: "grid", id: "maps" }, ...this.shown.map((s) => s.figure)), this.panel];
  }

  private figure(data: MapData, index: number): Shown {
    const map = new ScanMap(`map-${index}`, data, this.cursor, this.colour, (i) => this.read(i), 420);
    const value = el("span", { class: "number value" });
    const bar = el("div", {}, colourBar(data, this.colour));
    const name = el("button", { type: "button", class: "quiet", "aria-pressed": "false" }, data.part.name);
    const figure = el(
      "figure",
      { class: "map", "data-name": data.part.name },
      el("figcaption", {}, name, value),
      map.picture.canvas,
      bar,
    );
    name.addEventListener("click", () => this.choose(index));
    map.picture.canvas.addEventListener("focus", () => this.choose(index));
    return { data, map, figure, value, bar };
  }

  private recolour(shown: Shown): void {
    shown.map.show(shown.data, this.colour);
    shown.bar.replaceChildren(colourBar(shown.data, this.colour));
  }

  /** Values of all maps at a point: the one under the mouse, or the chosen one. */
  private read(index: number | undefined): void {
    const at = index ?? this.cursor.index;
    const { scanWidth, firstX, firstY } = this.initial;
    document.getElementById("where")!.textContent =
      `Scan point (${firstX + (at % scanWidth)}, ${firstY + Math.floor(at / scanWidth)})`;
    this.shown.forEach((s) => (s.value.textContent = s.data.text(at)));
  }

  private choose(index: number): void {
    this.chosen = index;
    this.shown.forEach((s, i) => {
      s.figure.classList.toggle("chosen", i === index);
      s.figure.querySelector("button")!.setAttribute("aria-pressed", String(i === index));
    });
    this.fillPanel();
  }

  private fillPanel(): void {
    const shown = this.shown[this.chosen]!;
    const { data } = shown;
    const first = percentile(data.sorted, 0);
    const last = percentile(data.sorted, 100);
    const chart = el("div", { class: "chart", id: "histogram" });
    const sliders = el("div");
    const range = (which: "low" | "high", label: string): HTMLElement => {
      const step = last > first ? (last - first) / 500 : 1;
      const input = el("input", { type: "range", id: which, min: first, max: last, step, value: data[which] });
      const output = el("output", { class: "number", for: which }, readable(data[which]));
      input.addEventListener("input", () => {
        const value = input.valueAsNumber;
        data[which] = which === "low" ? Math.min(value, data.high) : Math.max(value, data.low);
        output.textContent = readable(data[which]);
        this.recolour(shown);
        chart.dispatchEvent(new Event("redraw"));
      });
      return el("div", { class: "slider" }, el("label", { for: which }, label), input, output);
    };
    const buttons = el(
      "div",
      { class: "row" },
      el("button", { type: "button", id: "save-png", onclick: () => void this.keep(savePng) }, "Save as PNG"),
      el("button", { type: "button", id: "save-svg", onclick: () => void this.keep(saveSvg) }, "Save as SVG"),
      el("button", { type: "button", id: "middle", onclick: () => this.span(1, 99) }, "Colours from 1 % to 99 %"),
      el("button", { type: "button", id: "whole", onclick: () => this.span(0, 100) }, "Whole range"),
    );
    const facts =
      data.sorted.length === 0
        ? "no values"
        : `median ${readable(percentile(data.sorted, 50))}, from ${readable(first)} to ${readable(last)}, ` +
          `${data.sorted.length} of ${data.values.length} points have a value`;
    if (data.sorted.length > 0) {
      sliders.append(range("low", "Darkest colour at"), range("high", "Brightest colour at"));
    }
    this.panel.replaceChildren(
      el("h2", { id: "chosen" }, data.title()),
      el("p", { class: "readout", id: "facts" }, facts),
      chart,
      sliders,
      buttons,
    );
    distribution(chart, data.sorted, data.title(), () => [data.low, data.high], 180);
  }

  private span(low: number, high: number): void {
    const shown = this.shown[this.chosen]!;
    shown.data.low = percentile(shown.data.sorted, low);
    shown.data.high = percentile(shown.data.sorted, high);
    this.recolour(shown);
    this.fillPanel();
  }

  private async keep(how: typeof saveSvg | typeof savePng): Promise<void> {
    const { data, map } = this.shown[this.chosen]!;
    try {
      await how(data, this.colour, map.pixels());
      tell();
    } catch (problem) {
      tell(problem);
    }
  }
}

void start<Initial>("Map View", "maps", (initial) => {
  if (initial.maps.length === 0 || initial.scanWidth === 0) {
    throw new Error("The node made no map, so there is nothing to show.");
  }
  return new MapPage(initial).nodes();
});
