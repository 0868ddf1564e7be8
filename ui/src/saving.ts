// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Saves a map with its name, colours and values as PNG or SVG.

import { colours, type ColourName } from "./colours";
import { readable } from "./numbers";
import type { MapData } from "./scanMap";

const SMALLEST = 480;
const MARGIN = 16;
const TITLE = 30;
const BAR = 46;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
}

/** The picture as SVG: the map itself as a picture of one pixel per scan point, everything else as text and lines. */
export function mapAsSvg(data: MapData, colour: ColourName, mapUrl: string, width: number, height: number): string {
  const scale = Math.max(1, Math.ceil(SMALLEST / Math.max(width, height)));
  const [w, h] = [width * scale, height * scale];
  const [all, tall] = [Math.max(w, 260) + 2 * MARGIN, h + TITLE + BAR + MARGIN];
  const stops = colours(colour)
    .filter((_, i) => i % 15 === 0)
    .map(([r, g, b], i, list) => `<stop offset="${i / (list.length - 1)}" stop-color="rgb(${r},${g},${b})"/>`);
  const bar = TITLE + h + 10;
  const text = (x: number, y: number, anchor: string, words: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;
  const unit = data.part.unit ? ` ${data.part.unit}` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${tall}" viewBox="0 0 ${all} ${tall}"`,
    ` font-family="sans-serif" font-size="13">`,
    `<defs><linearGradient id="c">${stops.join("")}</linearGradient></defs>`,
    `<rect width="${all}" height="${tall}" fill="#fff"/>`,
    text(MARGIN, 20, "start", data.title()),
    `<rect x="${MARGIN}" y="${TITLE}" width="${w}" height="${h}" fill="#bdbdbd"/>`,
    `<image x="${MARGIN}" y="${TITLE}" width="${w}" height="${h}" preserveAspectRatio="none"`,
    ` style="image-rendering:pixelated" href="${mapUrl}"/>`,
    `<rect x="${MARGIN}" y="${bar}" width="${all - 2 * MARGIN}" height="10" fill="url(#c)"/>`,
    text(MARGIN, bar + 26, "start", readable(data.low) + unit),
    text(all - MARGIN, bar + 26, "end", readable(data.high) + unit),
    `</svg>`,
  ].join("");
}

/** Lets the user keep a file. */
function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveSvg(data: MapData, colour: ColourName, map: HTMLCanvasElement): void {
  const svg = mapAsSvg(data, colour, map.toDataURL("image/png"), map.width, map.height);
  save(`${data.part.name}.svg`, new Blob([svg], { type: "image/svg+xml" }));
}

export async function savePng(data: MapData, colour: ColourName, map: HTMLCanvasElement): Promise<void> {
  const svg = mapAsSvg(data, colour, map.toDataURL("image/png"), map.width, map.height);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * picture.width;
  canvas.height = 2 * picture.height;
  const context = canvas.getContext("2d")!;
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) {
    throw new Error("The browser could not make a PNG of the map.");
  }
  save(`${data.part.name}.png`, blob);
}
