// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// A pattern with its reflections; several of them may share one viewport.

import { brightness, type Contrast } from "./colours";
import { steps, stepPercentile, type PatternPart } from "./numbers";
import { Picture } from "./picture";

export interface Spot {
  x: number;
  y: number;
  radius: number;
  mean: number;
  prominence: number | null;
  rank: number;
  flags?: string[];
}

/** How a spot is drawn: by its outline as much as by its colour. */
export type Mark = "beam" | "spot" | "gained" | "lost";

export interface MarkedSpot extends Spot {
  mark: Mark;
}

/** The part of the pattern that is shown: zoom 1 shows all of it. */
export class Viewport {
  zoom = 1;
  centreX = 0.5;
  centreY = 0.5;
  private readonly listeners: (() => void)[] = [];

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  set(zoom: number, centreX: number, centreY: number): void {
    this.zoom = Math.max(1, Math.min(40, zoom));
    const half = 0.5 / this.zoom;
    this.centreX = Math.max(half, Math.min(1 - half, centreX));
    this.centreY = Math.max(half, Math.min(1 - half, centreY));
    this.listeners.forEach((l) => l());
  }

  /** Zooms by a factor about a place of the pattern, given as shares of its width and height. */
  zoomAt(factor: number, x: number, y: number): void {
    const zoom = Math.max(1, Math.min(40, this.zoom * factor));
    const kept = this.zoom / zoom;
    this.set(zoom, x + (this.centreX - x) * kept, y + (this.centreY - y) * kept);
  }
}

export interface Look {
  contrast: Contrast;
  /** Percentage of the pixels that become black. */
  dark: number;
  /** Percentage of the pixels that become white. */
  bright: number;
}

/** Which of the spots lies below a place; the nearest, at least its radius or the given reach away. */
export function spotAt<S extends Spot>(spots: S[], x: number, y: number, reach: number): S | undefined {
  let best: S | undefined;
  let nearest = Infinity;
  for (const spot of spots) {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance <= Math.max(spot.radius, reach) && distance < nearest) {
      best = spot;
      nearest = distance;
    }
  }
  return best;
}

const STROKES: Record<Mark, { colour: string; dash: number[] }> = {
  beam: { colour: "#ff9d1c", dash: [] },
  spot: { colour: "#5ad1ff", dash: [] },
  gained: { colour: "#f4f06a", dash: [] },
  lost: { colour: "#ff7fa8", dash: [4, 3] },
};

export class PatternView {
  readonly picture: Picture;
  private readonly image = document.createElement("canvas");
  private part: PatternPart | undefined;
  private pixels: Uint16Array = new Uint16Array();
  private spots: MarkedSpot[] = [];
  private chosen: MarkedSpot | undefined;
  /** The view whose black and white this one takes over, to be compared with it; none: its own percentiles. */
  like: PatternView | undefined;

  constructor(
    id: string,
    label: string,
    private readonly viewport: Viewport,
    private look: Look,
    private readonly hover: (spot: MarkedSpot | undefined, grey: number | undefined, x: number, y: number) => void,
    key: (event: KeyboardEvent) => boolean,
    private readonly highest = 720,
  ) {
    this.picture = new Picture(
      id,
      label,
      (width) => Math.min(this.highest, this.part ? (width * this.part.height) / this.part.width : width),
      (context, width, height) => this.draw(context, width, height),
    );
    const canvas = this.picture.canvas;
    canvas.classList.add("pattern");
    canvas.addEventListener(
      "wheel",
      (e) => {
        e.preventDefault();
        this.viewport.zoomAt(Math.exp(-e.deltaY * 0.0015), ...this.share(e));
      },
      { passive: false },
    );
    canvas.addEventListener("pointerdown", (e) => canvas.setPointerCapture(e.pointerId));
    canvas.addEventListener("pointermove", (e) => this.moved(e));
    canvas.addEventListener("pointerleave", () => this.mark(undefined, undefined, 0, 0));
    canvas.addEventListener("dblclick", () => this.viewport.set(1, 0.5, 0.5));
    canvas.addEventListener("keydown", (e) => {
      const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[e.key];
      if (factor !== undefined) {
        this.viewport.zoomAt(factor, this.viewport.centreX, this.viewport.centreY);
      } else if (e.key === "0") {
        this.viewport.set(1, 0.5, 0.5);
      } else if (!key(e)) {
        return;
      }
      e.preventDefault();
    });
    viewport.onChange(() => this.picture.redraw());
  }

  /** Shows a pattern; none clears the picture. */
  show(part: PatternPart | undefined): void {
    this.part = part;
    this.pixels = part ? steps(part) : new Uint16Array();
    this.repaint();
  }

  setLook(look: Look): void {
    this.look = look;
    this.repaint();
  }

  setSpots(spots: MarkedSpot[]): void {
    this.spots = spots;
    this.chosen = undefined;
    this.picture.redraw();
  }

  /** Points the spot of a rank out; none takes it back. */
  chooseRank(rank: number | undefined): void {
    this.choose(this.spots.find((s) => s.rank === rank && s.mark !== "lost"));
  }

  private choose(spot: MarkedSpot | undefined): void {
    this.chosen = spot;
    this.picture.redraw();
  }

  /** Grey levels that become black and white. */
  private range(): [number, number] {
    if (!this.part) {
      return [0, 1];
    }
    const { min, max } = this.part;
    const grey = (percent: number): number => min + (stepPercentile(this.pixels, percent) * (max - min)) / 65535;
    return [grey(this.look.dark), grey(100 - this.look.bright)];
  }

  private repaint(): void {
    if (this.part) {
      const { width, height } = this.part;
      this.image.width = width;
      this.image.height = height;
      const [black, white] = (this.like ?? this).range();
      const step = (grey: number): number => ((grey - this.part!.min) / (this.part!.max - this.part!.min || 1)) * 65535;
      const grey = brightness(this.look.contrast, step(black), step(white));
      const rgba = new Uint8ClampedArray(4 * this.pixels.length);
      for (let i = 0; i < this.pixels.length; i++) {
        const value = grey[this.pixels[i]!]!;
        rgba[4 * i] = rgba[4 * i + 1] = rgba[4 * i + 2] = value;
        rgba[4 * i + 3] = 255;
      }
      this.image.getContext("2d")!.putImageData(new ImageData(rgba, width, height), 0, 0);
    }
    this.picture.redraw();
  }

  /** Scale and place of the pattern's corner on the canvas. */
  private transform(width: number, height: number): { scale: number; left: number; top: number } {
    const part = this.part!;
    const scale = Math.min(width / part.width, height / part.height) * this.viewport.zoom;
    return {
      scale,
      left: width / 2 - this.viewport.centreX * part.width * scale,
      top: height / 2 - this.viewport.centreY * part.height * scale,
    };
  }

  private pixelAt(event: PointerEvent | WheelEvent): [number, number, number] {
    const box = this.picture.canvas.getBoundingClientRect();
    const { scale, left, top } = this.transform(box.width, box.height);
    return [(event.clientX - box.left - left) / scale, (event.clientY - box.top - top) / scale, scale];
  }

  private share(event: WheelEvent): [number, number] {
    if (!this.part) {
      return [0.5, 0.5];
    }
    const [x, y] = this.pixelAt(event);
    return [x / this.part.width, y / this.part.height];
  }

  private moved(event: PointerEvent): void {
    const part = this.part;
    if (!part) {
      return;
    }
    const [x, y, scale] = this.pixelAt(event);
    if (event.buttons & 1) {
      this.viewport.set(
        this.viewport.zoom,
        this.viewport.centreX - event.movementX / scale / part.width,
        this.viewport.centreY - event.movementY / scale / part.height,
      );
    }
    const [column, line] = [Math.floor(x), Math.floor(y)];
    const inside = column >= 0 && line >= 0 && column < part.width && line < part.height;
    const step = inside ? this.pixels[line * part.width + column]! : undefined;
    const grey = step === undefined ? undefined : part.min + (step * (part.max - part.min)) / 65535;
    this.mark(spotAt(this.spots, x, y, 8 / scale), grey, x, y);
  }

  private mark(spot: MarkedSpot | undefined, grey: number | undefined, x: number, y: number): void {
    if (spot !== this.chosen) {
      this.choose(spot);
    }
    this.hover(spot, grey, x, y);
  }

  private draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    context.fillStyle = "#000";
    context.fillRect(0, 0, width, height);
    if (!this.part) {
      return;
    }
    const { scale, left, top } = this.transform(width, height);
    context.imageSmoothingEnabled = scale < 1;
    context.imageSmoothingQuality = "high";
    context.drawImage(this.image, left, top, this.part.width * scale, this.part.height * scale);
    for (const spot of this.spots) {
      this.circle(context, spot, scale, left, top);
    }
  }

  private circle(context: CanvasRenderingContext2D, spot: MarkedSpot, scale: number, left: number, top: number): void {
    const { colour, dash } = STROKES[spot.mark];
    const radius = Math.max(2.5, spot.radius * scale);
    const [x, y] = [left + spot.x * scale, top + spot.y * scale];
    for (const [stroke, thickness] of [
      ["rgba(0,0,0,.65)", 3.2],
      [colour, spot === this.chosen ? 3 : 1.5],
    ] as const) {
      context.strokeStyle = stroke;
      context.lineWidth = thickness;
      context.setLineDash(dash);
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      if (spot.mark === "gained") {
        context.moveTo(x + radius + 3.5, y);
        context.arc(x, y, radius + 3.5, 0, 2 * Math.PI);
      }
      context.stroke();
    }
    context.setLineDash([]);
  }
}
