// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0

/** A canvas as large as its place on the page, sharp on every screen, drawn again when that changes. */
export class Picture {
  readonly canvas: HTMLCanvasElement;
  private asked = false;

  constructor(
    id: string,
    label: string,
    private readonly heightFor: (width: number) => number,
    private readonly draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
  ) {
    this.canvas = document.createElement("canvas");
    this.canvas.id = id;
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", label);
    new ResizeObserver(() => this.redraw()).observe(this.canvas);
    document.addEventListener("themechange", () => this.redraw());
  }

  /** Draws once before the next frame, however often it is asked. */
  redraw(): void {
    if (this.asked) {
      return;
    }
    this.asked = true;
    requestAnimationFrame(() => {
      this.asked = false;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const width = this.canvas.clientWidth;
    if (width === 0) {
      return;
    }
    const height = Math.max(1, Math.round(this.heightFor(width)));
    if (this.canvas.style.height !== `${height}px`) {
      this.canvas.style.height = `${height}px`;
    }
    const sharp = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * sharp), Math.round(height * sharp)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
    }
    const context = this.canvas.getContext("2d")!;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, width, height);
    this.draw(context, width, height);
  }
}
