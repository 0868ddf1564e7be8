// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Colour maps. The points are those of the engine's ColourMap, so that pages and pictures look alike.

export type Rgb = [number, number, number];

const POINTS = {
  // Nunez, Anderton, Renslow, PLOS ONE 13 (2018) e0199239: nearly the same to people who do not see red or green.
  cividis:
    "00224e 00285b 002e6a 043371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 52596d 5a5f6e 61656f " +
    "686a71 6f7073 757676 7c7b78 848179 8b8778 938d78 9b9376 a39a75 aba072 b3a670 bbad6c c3b469 ccba64 d4c15f " +
    "ddc958 e6d051 efd748 f8df3c fee838",
  viridis:
    "440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d 2f6a8e 2c728e " +
    "297a8e 26818e 23898e 21908c 1f988b 1f9f88 21a685 28ae80 31b57b 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f " +
    "abdc32 c0df24 d5e21a eae51a fde725",
  grey: "000000 ffffff",
};

export type ColourName = keyof typeof POINTS;
export const COLOUR_NAMES = Object.keys(POINTS) as ColourName[];

function parse(hex: string): Rgb {
  const value = parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** 256 colours from the lowest to the highest value. */
export function colours(name: ColourName): Rgb[] {
  const points = POINTS[name].split(" ").map(parse);
  return Array.from({ length: 256 }, (_, i) => {
    const place = (i / 255) * (points.length - 1);
    const below = Math.min(points.length - 2, Math.floor(place));
    const share = place - below;
    const [from, to] = [points[below]!, points[below + 1]!];
    return [0, 1, 2].map((c) => Math.round(from[c]! + share * (to[c]! - from[c]!))) as Rgb;
  });
}

/** Draws values between low and high; points without a value become clear, so that the hatching below is seen. */
export function paint(values: Float32Array, low: number, high: number, name: ColourName): Uint8ClampedArray<ArrayBuffer> {
  const map = colours(name);
  const out = new Uint8ClampedArray(4 * values.length);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isFinite(value)) {
      const place = scale === 0 ? 128 : Math.max(0, Math.min(255, Math.round((value - low) * scale)));
      const [r, g, b] = map[place]!;
      out[4 * i] = r;
      out[4 * i + 1] = g;
      out[4 * i + 2] = b;
      out[4 * i + 3] = 255;
    }
  }
  return out;
}

export type Contrast = "logarithmic" | "square root" | "linear";

/** The engine's Brightness: its logarithmic curve is log(1 + STRETCH u), u from 0 to 1. */
const STRETCH = 80;

/** Brightness of each of the 65536 steps of a pattern, when low becomes black and high white. */
export function brightness(contrast: Contrast, low: number, high: number): Uint8Array {
  const out = new Uint8Array(65536);
  const range = high > low ? high - low : 1;
  for (let step = 0; step < out.length; step++) {
    const share = Math.max(0, Math.min(1, (step - low) / range));
    const curve =
      contrast === "linear"
        ? share
        : contrast === "square root"
          ? Math.sqrt(share)
          : Math.log(1 + STRETCH * share) / Math.log(1 + STRETCH);
    out[step] = Math.round(255 * curve);
  }
  return out;
}
