// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// The page "Pattern Navigator" of Adaptive Peak Register.

import "./style.css";
import { asFound, compare } from "./comparing";
import { choice, el, start, tell } from "./dom";
import { lookControls } from "./look";
import { readable, rounded, type PatternPart } from "./numbers";
import { PatternView, Viewport, type MarkedSpot, type Spot } from "./patternView";
import { colourBar, Cursor, MapData, ScanMap, type MapPart, type ScanSize } from "./scanMap";
import { Newest, type ViewService } from "./service";

type Setting = "factor" | "floor" | "blur";

interface Range {
  min: number;
  max: number;
  step: number;
}

interface Settings extends Record<Setting, number | null> {
  rule: string;
  keys: Partial<Record<Setting, string>>;
  titles: Partial<Record<Setting, string>>;
  limits: Partial<Record<Setting, Range>>;
}

interface Initial extends ScanSize {
  view: "navigator";
  sources: string[];
  centred: string | null;
  maps: MapPart[];
  settings: Settings;
}

interface Found {
  noise: number | null;
  threshold: number | null;
  dx: number;
  dy: number;
  spots: Spot[];
}

interface Question {
  x: number;
  y: number;
  source: string;
  /** Settings to try; none: as the node ran. */
  tried: Record<Setting, number | null> | undefined;
}

interface Answer {
  pattern: PatternPart;
  asRun: Found;
  tried: Found | undefined;
}

const SETTINGS: Setting[] = ["factor", "floor", "blur"];

/** Positions as they lie on the pattern that is shown: those of the table may be shifted to centre the direct beam. */
function onPattern(found: Found, shifted: boolean): Spot[] {
  return shifted ? found.spots : found.spots.map((s) => ({ ...s, x: s.x - found.dx, y: s.y - found.dy }));
}

class Navigator {
  private readonly cursor: Cursor;
  private readonly maps: MapData[];
  private readonly map: ScanMap;
  private readonly view: PatternView;
  private readonly values: Record<Setting, number | null>;
  private readonly inputs: Partial<Record<Setting, HTMLInputElement[]>> = {};
  private readonly counts = el("p", { class: "counts", role: "status", id: "count" });
  private readonly spotReadout = el("p", { class: "readout", id: "spot" });
  private readonly mapReadout = el("p", { class: "readout", id: "value" });
  private readonly rows = el("tbody", { id: "spots" });
  private readonly copied = el("p", { class: "copied", role: "status", id: "copied" });
  private readonly copyButton = el("button", { type: "button", id: "copy", class: "main" });
  private readonly resetButton = el("button", { type: "button", id: "reset" }, "Back to the node's settings");
  private readonly barPlace = el("div");
  private readonly newest: Newest<Question, Answer>;
  private source: string;
  private shown = 0;
  private withSpots = true;
  private answer: Answer | undefined;
  private cached: { key: string; pattern: PatternPart; asRun: Found } | undefined;

  constructor(
    private readonly initial: Initial,
    private readonly service: ViewService,
  ) {
    this.cursor = new Cursor(initial);
    this.maps = initial.maps.map((m) => new MapData(m));
    this.source = initial.sources[0]!;
    this.values = { ...this.asRun() };
    this.newest = new Newest(
      (q) => this.ask(q),
      (a, q) => this.show(a, q),
      (t) => this.failed(t),
    );
    this.map = new ScanMap("map", this.maps[0]!, this.cursor, "cividis", (index) => this.readMap(index));
    const viewport = new Viewport();
    const { look, controls } = lookControls((l) => this.view.setLook(l));
    this.view = new PatternView(
      "pattern",
      "Pattern of the scan point with the spots that were found. Arrow keys move the scan point, + and - zoom, 0 shows all.",
      viewport,
      look,
      (spot, grey, x, y) => this.read(spot, grey, x, y),
      (e) => this.cursor.key(e.key, e.shiftKey),
    );
    this.lookRow = controls;
    this.cursor.onMove(() => this.moved());
  }

  private readonly lookRow: HTMLElement[];

  nodes(): Node[] {
    this.copyButton.addEventListener("click", () => void this.copy());
    this.resetButton.addEventListener("click", () => this.reset());
    document.getElementById("page")!.classList.add("two");
    this.barPlace.replaceChildren(colourBar(this.maps[0]!, "cividis"));
    const scan = el(
      "section",
      { "aria-label": "Scan" },
      el("div", { class: "row" }, choice("Map", "map-choice", this.maps.map((m) => m.part.name), this.maps[0]!.part.name, (n) => this.choose(n))),
      this.map.picture.canvas,
      this.barPlace,
      this.mapReadout,
    );
    const pattern = el(
      "section",
      { "aria-label": "Pattern" },
      el(
        "div",
        { class: "row" },
        choice("Pattern", "source", this.initial.sources, this.source, (s) => {
          this.source = s;
          this.moved();
        }),
        ...this.lookRow,
        this.spotsSwitch(),
      ),
      this.view.picture.canvas,
      this.legend(),
      this.spotReadout,
    );
    this.toMostSpots();
    this.moved();
    this.named();
    return [el("div", { class: "stack" }, scan, this.settingsPanel()), el("div", { class: "stack" }, pattern, this.table())];
  }

  /** Begins where there is most to see. */
  private toMostSpots(): void {
    const { values, sorted } = this.maps[0]!;
    const best = values.indexOf(sorted[sorted.length - 1] ?? NaN);
    if (best > 0) {
      this.cursor.moveTo(best % this.initial.scanWidth, Math.floor(best / this.initial.scanWidth));
    }
  }

  private asRun(): Record<Setting, number | null> {
    const { factor, floor, blur } = this.initial.settings;
    return { factor, floor, blur };
  }

  private changed(): boolean {
    return SETTINGS.some((s) => this.values[s] !== this.initial.settings[s]);
  }

  private spotsSwitch(): HTMLElement {
    const box = el("input", { type: "checkbox", id: "with-spots", checked: true });
    box.addEventListener("change", () => {
      this.withSpots = box.checked;
      this.drawSpots();
    });
    return el("label", { class: "check" }, box, "Spots");
  }

  private legend(): HTMLElement {
    const entry = (mark: string, text: string): HTMLElement => el("li", {}, el("i", { class: mark }), text);
    return el(
      "ul",
      { class: "keys" },
      entry("beam", "direct beam"),
      entry("spot", "spot"),
      entry("gained", "gained (double line)"),
      entry("lost", "lost (dashed)"),
    );
  }

  private settingsPanel(): HTMLElement {
    const sliders = SETTINGS.filter((s) => this.values[s] !== null && this.initial.settings.limits[s]).map((s) =>
      this.slider(s),
    );
    return el(
      "section",
      { "aria-label": "Settings to try" },
      el("h2", {}, "What would be found with other settings?"),
      ...sliders,
      this.counts,
      el("div", { class: "row" }, this.copyButton, this.resetButton),
      this.copied,
    );
  }

  private slider(setting: Setting): HTMLElement {
    const { min, max, step } = this.initial.settings.limits[setting]!;
    const title = this.initial.settings.titles[setting] ?? setting;
    const limits = { min, max, step, value: this.values[setting]! };
    const range = el("input", { type: "range", id: setting, ...limits });
    const number = el("input", { type: "number", id: `${setting}-number`, "aria-label": title, ...limits });
    for (const input of [range, number]) {
      input.addEventListener("input", () => {
        const value = input.valueAsNumber;
        if (value >= min && value <= max) {
          this.values[setting] = rounded(value, step);
          (input === range ? number : range).value = String(this.values[setting]);
          this.named();
          this.moved();
        }
      });
    }
    this.inputs[setting] = [range, number];
    return el("div", { class: "slider" }, el("label", { for: setting }, title), range, number);
  }

  private reset(): void {
    Object.assign(this.values, this.asRun());
    for (const setting of SETTINGS) {
      this.inputs[setting]?.forEach((input) => (input.value = String(this.values[setting])));
    }
    this.named();
    this.moved();
  }

  /** What to set in the dialog, in words. */
  private advice(): string {
    const { titles } = this.initial.settings;
    const parts = SETTINGS.filter((s) => this.values[s] !== null && this.values[s] !== this.initial.settings[s]).map(
      (s) => `${titles[s] ?? s} = ${this.values[s]}`,
    );
    return `Adaptive Peak Register: ${parts.join(", ")}`;
  }

  private named(): void {
    const changed = this.changed();
    this.copyButton.disabled = !changed;
    this.resetButton.disabled = !changed;
    this.copyButton.textContent = changed ? `Copy: ${this.advice()}` : "Copy the settings: nothing is changed yet";
    this.copied.textContent = "";
  }

  private async copy(): Promise<void> {
    const { keys } = this.initial.settings;
    const options = SETTINGS.filter((s) => this.values[s] !== null && this.values[s] !== this.initial.settings[s]).map(
      (s) => `${keys[s] ?? s} = ${this.values[s]}`,
    );
    const text = `${this.advice()} (keys for flow variables: ${options.join(", ")})`;
    try {
      await navigator.clipboard.writeText(text);
      this.copied.textContent = `Copied: ${text}`;
    } catch {
      this.copied.textContent = text;
      getSelection()?.selectAllChildren(this.copied);
    }
  }

  private choose(name: string): void {
    this.shown = Math.max(0, this.maps.findIndex((m) => m.part.name === name));
    this.map.show(this.maps[this.shown]!, "cividis");
    this.barPlace.replaceChildren(colourBar(this.maps[this.shown]!, "cividis"));
    this.readMap(undefined);
  }

  private readMap(index: number | undefined): void {
    const at = index ?? this.cursor.index;
    const { scanWidth, firstX, firstY } = this.initial;
    const place = `(${firstX + (at % scanWidth)}, ${firstY + Math.floor(at / scanWidth)})`;
    this.mapReadout.textContent = `${this.maps[this.shown]!.part.name} at ${place}: ${this.maps[this.shown]!.text(at)}`;
  }

  private moved(): void {
    this.readMap(undefined);
    void this.newest.put({
      x: this.cursor.x,
      y: this.cursor.y,
      source: this.source,
      tried: this.changed() ? { ...this.values } : undefined,
    });
  }

  private async ask(q: Question): Promise<Answer> {
    const key = `${q.x} ${q.y} ${q.source}`;
    if (this.cached?.key !== key) {
      const pattern = (await this.service.call("pattern", [q.x, q.y, q.source])) as PatternPart;
      const asRun = (await this.service.call("reflections", [q.x, q.y])) as Found;
      this.cached = { key, pattern, asRun };
    }
    const { pattern, asRun } = this.cached;
    const tried = q.tried
      ? ((await this.service.call("register", [q.x, q.y, q.tried.factor, q.tried.floor, q.tried.blur])) as Found)
      : undefined;
    return { pattern, asRun, tried };
  }

  private show(answer: Answer, q: Question): void {
    tell();
    const another = this.answer?.pattern !== answer.pattern;
    this.answer = answer;
    const where = document.getElementById("where")!;
    const noise = `noise ${readable(answer.asRun.noise)}, threshold ${readable(answer.asRun.threshold)} grey levels`;
    where.textContent = `Scan point (${q.x}, ${q.y}) · ${answer.asRun.spots.length} spots · ${noise}`;
    if (another) {
      this.view.show(answer.pattern);
    }
    const data = this.view.picture.canvas.dataset;
    data["x"] = String(q.x);
    data["y"] = String(q.y);
    data["spots"] = String(answer.asRun.spots.length);
    data["tried"] = answer.tried ? String(answer.tried.spots.length) : "";
    this.drawSpots();
    this.fillTable(answer.tried ?? answer.asRun);
  }

  private drawSpots(): void {
    if (!this.answer) {
      return;
    }
    const shifted = this.source === this.initial.centred;
    const { asRun, tried } = this.answer;
    const before = onPattern(asRun, shifted);
    const change = tried ? compare(before, onPattern(tried, shifted)) : undefined;
    this.view.setSpots(this.withSpots ? (change?.marked ?? asFound(before)) : []);
    this.counts.replaceChildren(
      el("strong", {}, String(before.length)),
      " spots as the node ran",
      ...(change && tried
        ? [
            " · ",
            el("strong", {}, String(tried.spots.length)),
            ` with these settings · ${change.gained} gained · ${change.lost} lost` +
              ` · threshold ${readable(tried.threshold)} grey levels`,
          ]
        : []),
    );
  }

  private failed(problem: unknown): void {
    this.answer = undefined;
    this.cached = undefined;
    this.view.show(undefined);
    this.view.setSpots([]);
    this.rows.replaceChildren();
    this.counts.replaceChildren();
    const data = this.view.picture.canvas.dataset;
    data["spots"] = data["tried"] = "";
    document.getElementById("where")!.textContent = `Scan point (${this.cursor.x}, ${this.cursor.y})`;
    tell(problem);
  }

  private read(spot: MarkedSpot | undefined, grey: number | undefined, x: number, y: number): void {
    const place = grey === undefined ? "" : `x ${x.toFixed(1)}, y ${y.toFixed(1)} px: ${readable(grey)} grey levels`;
    const name = spot?.mark === "lost" ? "lost spot" : spot?.rank === 1 ? "direct beam" : `spot ${spot?.rank}`;
    this.spotReadout.textContent = spot
      ? `${name}: x ${spot.x.toFixed(2)}, y ${spot.y.toFixed(2)}, radius ${spot.radius.toFixed(2)} px, mean ` +
        `${readable(spot.mean)}, prominence ${readable(spot.prominence)} grey levels` +
        (spot.flags?.length ? ` (${spot.flags.join(", ")})` : "")
      : place;
  }

  private table(): HTMLElement {
    const heads = ["Rank", "x (px)", "y (px)", "Radius (px)", "Mean", "Prominence", "Flags"];
    return el(
      "section",
      { "aria-label": "Spots of this pattern" },
      el("h2", {}, "Spots of this pattern"),
      el(
        "div",
        { class: "scroll", tabindex: 0 },
        el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((h) => el("th", { scope: "col" }, h)))), this.rows),
      ),
    );
  }

  private fillTable(found: Found): void {
    this.rows.replaceChildren(
      ...found.spots.map((s) =>
        el(
          "tr",
          { onpointerenter: () => this.view.chooseRank(s.rank), onpointerleave: () => this.view.chooseRank(undefined) },
          ...[
            s.rank === 1 ? "1 (direct beam)" : String(s.rank),
            s.x.toFixed(2),
            s.y.toFixed(2),
            s.radius.toFixed(2),
            readable(s.mean),
            readable(s.prominence),
            s.flags?.join(", ") ?? "",
          ].map((text) => el("td", {}, text)),
        ),
      ),
    );
  }
}

void start<Initial>("Pattern Navigator", "navigator", (initial, service) => {
  if (initial.scanWidth === 0 || initial.sources.length === 0) {
    throw new Error("The node registered no pattern, so there is nothing to show.");
  }
  return new Navigator(initial, service).nodes();
});
