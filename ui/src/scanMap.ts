// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// A map of the scan with a cursor that mouse and keys move.

import { paint, colours, type ColourName } from "./colours";
import { themeColour, el } from "./dom";
import { floats, percentile, readable, sortedFinite, type Packed } from "./numbers";
import { Picture } from "./picture";

export interface MapPart {
  name: string;
  unit: string;
  values: Packed;
}

export interface ScanSize {
  scanWidth: number;
  scanHeight: number;
  firstX: number;
  firstY: number;
}

/** Where the cursor stands: scan point counted from the first of the map. */
export class Cursor {
  column: number;
  line: number;
  private readonly listeners: (() => void)[] = [];

  /** Begins in the middle of the scan. */
  constructor(readonly size: ScanSize) {
    this.column = Math.floor(size.scanWidth / 2);
    this.line = Math.floor(size.scanHeight / 2);
  }

  get x(): number {
    return this.size.firstX + this.column;
  }

  get y(): number {
    return this.size.firstY + this.line;
  }

  get index(): number {
    return this.line * this.size.scanWidth + this.column;
  }

  onMove(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Moves to the nearest point of the scan; says so if it is another one. */
  moveTo(column: number, line: number): void {
    const to = [
      Math.max(0, Math.min(this.size.scanWidth - 1, column)),
      Math.max(0, Math.min(this.size.scanHeight - 1, line)),
    ] as const;
    if (to[0] !== this.column || to[1] !== this.line) {
      [this.column, this.line] = to;
      this.listeners.forEach((l) => l());
    }
  }

  /** Arrow keys; ten points with Shift; Home and End: first and last point of the line. True if the key was one of them. */
  key(key: string, far: boolean): boolean {
    const by = far ? 10 : 1;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [this.column - by, this.line],
      ArrowRight: [this.column + by, this.line],
      ArrowUp: [this.column, this.line - by],
      ArrowDown: [this.column, this.line + by],
      Home: [0, this.line],
      End: [this.size.scanWidth - 1, this.line],
    };
    const move = moves[key];
    if (move) {
      this.moveTo(...move);
    }
    return move !== undefined;
  }
}

/** Values of a map with the range that its colours span. */
export class MapData {
  readonly values: Float32Array;
  readonly sorted: Float32Array;
  low: number;
  high: number;

  constructor(readonly part: MapPart) {
    this.values = floats(part.values);
    this.sorted = sortedFinite(this.values);
    this.low = 0;
    this.high = 0;
    this.wholeRange();
  }

  wholeRange(): void {
    this.low = percentile(this.sorted, 0);
    this.high = percentile(this.sorted, 100);
  }

  text(index: number): string {
    const value = this.values[index]!;
    return Number.isFinite(value) ? `${readable(value)}${this.part.unit ? ` ${this.part.unit}` : ""}` : "no value";
  }

  title(): string {
    return this.part.unit ? `${this.part.name} (${this.part.unit})` : this.part.name;
  }
}

const SMALLEST_HEIGHT = 14;

export class ScanMap {
  readonly picture: Picture;
  private readonly image = document.createElement("canvas");

  constructor(
    id: string,
    private data: MapData,
    private readonly cursor: Cursor,
    private colour: ColourName,
    private readonly hover: (index: number | undefined) => void,
    private readonly highest = 520,
  ) {
    const { scanWidth, scanHeight } = cursor.size;
    this.image.width = scanWidth;
    this.image.height = scanHeight;
    this.picture = new Picture(
      id,
      `Map of the scan: ${data.title()}. Arrow keys move the scan point.`,
      (width) => Math.max(SMALLEST_HEIGHT, Math.min(this.highest, (width * scanHeight) / scanWidth)),
      (context, width, height) => this.draw(context, width, height),
    );
    const canvas = this.picture.canvas;
    canvas.classList.add("scan-map");
    canvas.dataset["width"] = String(scanWidth);
    canvas.dataset["height"] = String(scanHeight);
    canvas.addEventListener("pointerdown", (e) => {
      canvas.setPointerCapture(e.pointerId);
      this.point(e);
    });
    canvas.addEventListener("pointermove", (e) => {
      if (e.buttons & 1) {
        this.point(e);
      }
      const [column, line] = this.place(e);
      const inside = column >= 0 && line >= 0 && column < scanWidth && line < scanHeight;
      this.hover(inside ? line * scanWidth + column : undefined);
    });
    canvas.addEventListener("pointerleave", () => this.hover(undefined));
    canvas.addEventListener("keydown", (e) => {
      if (cursor.key(e.key, e.shiftKey)) {
        e.preventDefault();
      }
    });
    cursor.onMove(() => this.picture.redraw());
    this.repaint();
  }

  show(data: MapData, colour: ColourName): void {
    this.data = data;
    this.colour = colour;
    this.picture.canvas.setAttribute(
      "aria-label",
      `Map of the scan: ${data.title()}. Arrow keys move the scan point.`,
    );
    this.repaint();
  }

  /** The map alone, a pixel per scan point. */
  pixels(): HTMLCanvasElement {
    return this.image;
  }

  repaint(): void {
    const { scanWidth, scanHeight } = this.cursor.size;
    const rgba = paint(this.data.values, this.data.low, this.data.high, this.colour);
    this.image.getContext("2d")!.putImageData(new ImageData(rgba, scanWidth, scanHeight), 0, 0);
    this.picture.redraw();
  }

  private frame(width: number, height: number): [number, number, number, number] {
    const { scanWidth, scanHeight } = this.cursor.size;
    const scale = Math.min(width / scanWidth, height / scanHeight);
    const [w, h] = [scanWidth * scale, Math.max(scanHeight * scale, Math.min(height, SMALLEST_HEIGHT))];
    return [(width - w) / 2, (height - h) / 2, w, h];
  }

  private place(event: PointerEvent): [number, number] {
    const { scanWidth, scanHeight } = this.cursor.size;
    const box = this.picture.canvas.getBoundingClientRect();
    const [left, top, w, h] = this.frame(box.width, box.height);
    return [
      Math.floor(((event.clientX - box.left - left) / w) * scanWidth),
      Math.floor(((event.clientY - box.top - top) / h) * scanHeight),
    ];
  }

  private point(event: PointerEvent): void {
    this.cursor.moveTo(...this.place(event));
  }

  private draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    const { scanWidth, scanHeight } = this.cursor.size;
    const [left, top, w, h] = this.frame(width, height);
    hatch(context, left, top, w, h);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.image, left, top, w, h);
    const cell = [w / scanWidth, h / scanHeight] as const;
    const x = left + (this.cursor.column + 0.5) * cell[0];
    const y = top + (this.cursor.line + 0.5) * cell[1];
    const gap = Math.max(5, cell[0], cell[1]);
    for (const [colour, thickness] of [
      ["rgba(0,0,0,.75)", 3.5],
      ["#fff", 1.5],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = thickness;
      context.beginPath();
      for (const [x0, y0, x1, y1] of [
        [left, y, x - gap, y],
        [x + gap, y, left + w, y],
        [x, top, x, y - gap],
        [x, y + gap, x, top + h],
      ] as const) {
        if (x1 >= x0 && y1 >= y0) {
          context.moveTo(x0, y0);
          context.lineTo(x1, y1);
        }
      }
      context.rect(x - gap / 1.4, y - gap / 1.4, (2 * gap) / 1.4, (2 * gap) / 1.4);
      context.stroke();
    }
    this.picture.canvas.dataset["x"] = String(this.cursor.x);
    this.picture.canvas.dataset["y"] = String(this.cursor.y);
  }
}

/** Points without a value: stripes that no colour map has. */
export function hatch(context: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): void {
  context.save();
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
  context.fillStyle = themeColour("--panel");
  context.fillRect(x, y, w, h);
  context.strokeStyle = themeColour("--line");
  context.lineWidth = 1.5;
  context.beginPath();
  for (let d = -h; d < w; d += 7) {
    context.moveTo(x + d, y + h);
    context.lineTo(x + d + h, y);
  }
  context.stroke();
  context.restore();
}

/** The colours of a map with their values. */
export function colourBar(data: MapData, colour: ColourName): HTMLElement {
  const stops = colours(colour)
    .filter((_, i) => i % 15 === 0)
    .map(([r, g, b]) => `rgb(${r} ${g} ${b})`);
  const bar = el("div", { class: "bar-colours" });
  bar.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
  const empty = data.values.length - data.sorted.length;
  return el(
    "div",
    { class: "bar" },
    el("span", { class: "number" }, readable(data.low)),
    bar,
    el("span", { class: "number" }, `${readable(data.high)}${data.part.unit ? ` ${data.part.unit}` : ""}`),
    ...(empty > 0 ? [el("span", { class: "none" }, `no value: ${empty}`)] : []),
  );
}
