// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// The page "Quality View" of Quality Metrics.

import "./style.css";
import { distribution, scatter } from "./charts";
import { choice, el, start, tell } from "./dom";
import { lookControls } from "./look";
import { floats, percentile, readable, sortedFinite, type Packed, type PatternPart } from "./numbers";
import { PatternView, Viewport } from "./patternView";
import { colourBar, Cursor, MapData, ScanMap, type MapPart, type ScanSize } from "./scanMap";
import { Newest, type ViewService } from "./service";

interface Initial extends ScanSize {
  view: "quality";
  metrics: MapPart[];
  /** Number of reflections that were compared; the arrays hold some of them if there are many. */
  spots: number;
  kept: { measured: Packed; rebuilt: Packed } | null;
  moved: { offset: Packed } | null;
  columns: { reference: string; compared: string };
  summary: { name: string; value: number | null; unit: string }[];
}

interface Pair {
  reference: PatternPart;
  compared: PatternPart;
}

class QualityPage {
  private readonly cursor: Cursor;
  private readonly maps: MapData[];
  private readonly map: ScanMap;
  private readonly barPlace = el("div");
  private readonly readout = el("p", { class: "readout", id: "value" });
  private readonly grey = el("p", { class: "readout", id: "grey" });
  private readonly views: PatternView[];
  private readonly lookRow: HTMLElement[];
  private readonly newest: Newest<{ x: number; y: number }, Pair>;
  private shown = 0;

  constructor(
    private readonly initial: Initial,
    service: ViewService,
  ) {
    this.cursor = new Cursor(initial);
    this.maps = initial.metrics.map((m) => new MapData(m));
    this.map = new ScanMap("map", this.maps[0]!, this.cursor, "cividis", (i) => this.read(i), 420);
    const viewport = new Viewport();
    const { look, controls } = lookControls((l) => this.views.forEach((v) => v.setLook(l)));
    this.lookRow = controls;
    this.views = (["reference", "compared"] as const).map(
      (id) =>
        new PatternView(
          id,
          `Pattern "${initial.columns[id]}" of the scan point. Arrow keys move the scan point, + and - zoom, 0 shows all.`,
          viewport,
          look,
          (_spot, grey, x, y) => {
            const place = `${initial.columns[id]} at x ${x.toFixed(1)}, y ${y.toFixed(1)} px: ${readable(grey)} grey levels`;
            this.grey.textContent = grey === undefined ? "" : place;
          },
          (e) => this.cursor.key(e.key, e.shiftKey),
          520,
        ),
    );
    this.views[1]!.like = this.views[0];
    this.newest = new Newest(
      async (q) => (await service.call("patterns", [q.x, q.y])) as Pair,
      (pair, q) => this.show(pair, q),
      (problem) => this.failed(problem),
    );
    this.cursor.onMove(() => this.moved());
  }

  nodes(): Node[] {
    document.getElementById("page")!.classList.add("two");
    this.barPlace.replaceChildren(colourBar(this.maps[0]!, "cividis"));
    this.moved();
    return [
      el(
        "section",
        { "aria-label": "Metric of each scan point" },
        el("div", { class: "row" }, choice("Metric", "metric", this.maps.map((m) => m.part.name), this.maps[0]!.part.name, (n) => this.choose(n))),
        this.map.picture.canvas,
        this.barPlace,
        this.readout,
      ),
      el(
        "section",
        { "aria-label": "Patterns of the scan point" },
        el("div", { class: "row" }, ...this.lookRow),
        el("div", { class: "pair" }, this.pattern(0, "reference"), this.pattern(1, "compared")),
        this.grey,
      ),
      el("section", { class: "wide", "aria-label": "Distributions" }, el("h2", {}, "Distributions (dashed: median)"), this.distributions()),
      this.kept(),
      this.offsets(),
      this.summary(),
    ];
  }

  private pattern(index: number, which: "reference" | "compared"): HTMLElement {
    const name = which === "reference" ? "Reference" : "Compared";
    return el(
      "div",
      {},
      el("h2", {}, `${name}: ${this.initial.columns[which]}`),
      this.views[index]!.picture.canvas,
    );
  }

  private distributions(): HTMLElement {
    return el(
      "div",
      { class: "grid" },
      ...this.maps.map((m) =>
        distribution(
          el("div", { class: "chart histogram", "data-metric": m.part.name }),
          m.sorted,
          m.title(),
          () => [percentile(m.sorted, 50)],
          160,
        ),
      ),
    );
  }

  private sample(drawn: number): string {
    return drawn < this.initial.spots ? ` (${drawn} of ${this.initial.spots} reflections)` : ` (${drawn} reflections)`;
  }

  private kept(): HTMLElement {
    const section = el("section", { "aria-label": "Intensity kept", id: "kept" });
    if (!this.initial.kept) {
      section.append(el("h2", {}, "Intensity kept"), el("p", { class: "none" }, "Connect the reflections to see it."));
      return section;
    }
    const measured = floats(this.initial.kept.measured);
    const rebuilt = floats(this.initial.kept.rebuilt);
    section.dataset["points"] = String(measured.length);
    section.append(
      el("h2", {}, `Intensity kept${this.sample(measured.length)}; line: equal`),
      scatter(
        el("div", { class: "chart" }),
        measured,
        rebuilt,
        ["mean in reference (grey levels)", "in compared (grey levels)"],
        1,
      ),
      distribution(
        el("div", { class: "chart", id: "difference" }),
        sortedFinite(rebuilt.map((v, i) => v - measured[i]!)),
        "difference of the means (grey levels); dashed: 0",
        () => [0],
        150,
      ),
    );
    return section;
  }

  private offsets(): HTMLElement {
    const section = el("section", { "aria-label": "Position kept", id: "moved" });
    if (!this.initial.moved) {
      section.append(el("h2", {}, "Position kept"), el("p", { class: "none" }, "Connect the reflections to see it."));
      return section;
    }
    const sorted = sortedFinite(floats(this.initial.moved.offset));
    section.dataset["points"] = String(sorted.length);
    const shares = [50, 95].map((p) => `${p} % below ${readable(percentile(sorted, p))} px`).join(", ");
    section.append(
      el("h2", {}, `Position kept${this.sample(sorted.length)}`),
      el("p", { class: "readout" }, sorted.length ? shares : ""),
      distribution(
        el("div", { class: "chart" }),
        sorted,
        "distance between both positions (px); dashed: median",
        () => [percentile(sorted, 50)],
        300,
      ),
    );
    return section;
  }

  private summary(): HTMLElement {
    return el(
      "section",
      { class: "wide", "aria-label": "Summary" },
      el("h2", {}, "Summary"),
      el(
        "table",
        { id: "summary" },
        el("thead", {}, el("tr", {}, ...["Figure", "Value", "Unit"].map((h) => el("th", { scope: "col" }, h)))),
        el(
          "tbody",
          {},
          ...this.initial.summary.map((s) =>
            el("tr", {}, el("td", {}, s.name), el("td", {}, readable(s.value)), el("td", {}, s.unit)),
          ),
        ),
      ),
    );
  }

  private choose(name: string): void {
    this.shown = Math.max(0, this.maps.findIndex((m) => m.part.name === name));
    this.map.show(this.maps[this.shown]!, "cividis");
    this.barPlace.replaceChildren(colourBar(this.maps[this.shown]!, "cividis"));
    this.read(undefined);
  }

  private read(index: number | undefined): void {
    const at = index ?? this.cursor.index;
    const { scanWidth, firstX, firstY } = this.initial;
    const place = `(${firstX + (at % scanWidth)}, ${firstY + Math.floor(at / scanWidth)})`;
    this.readout.textContent = `${place}: ${this.maps.map((m) => `${m.part.name} ${m.text(at)}`).join(", ")}`;
  }

  private moved(): void {
    this.read(undefined);
    void this.newest.put({ x: this.cursor.x, y: this.cursor.y });
  }

  private show(pair: Pair, q: { x: number; y: number }): void {
    tell();
    document.getElementById("where")!.textContent = `Scan point (${q.x}, ${q.y})`;
    [pair.reference, pair.compared].forEach((part, i) => {
      const view = this.views[i]!;
      view.show(part);
      view.picture.canvas.dataset["x"] = String(q.x);
      view.picture.canvas.dataset["y"] = String(q.y);
    });
  }

  private failed(problem: unknown): void {
    this.views.forEach((v) => v.show(undefined));
    tell(problem);
  }
}

void start<Initial>("Quality View", "quality", (initial, service) => {
  if (initial.metrics.length === 0 || initial.scanWidth === 0) {
    throw new Error("The node compared no pattern, so there is nothing to show.");
  }
  return new QualityPage(initial, service).nodes();
});
