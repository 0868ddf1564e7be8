// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Controls that several pages have.

import { choice, el } from "./dom";
import type { Contrast } from "./colours";
import type { Look } from "./patternView";

const CONTRASTS: Contrast[] = ["logarithmic", "square root", "linear"];
const LARGEST_CUT = 20;

function cut(label: string, id: string, value: number, change: (value: number) => void): HTMLElement {
  const input = el("input", {
    type: "number",
    id,
    min: 0,
    max: LARGEST_CUT,
    step: 0.1,
    value,
    oninput: () => {
      const percent = input.valueAsNumber;
      if (percent >= 0 && percent <= LARGEST_CUT) {
        change(percent);
      }
    },
  });
  return el("label", { class: "field" }, el("span", {}, label), input);
}

/** Contrast of patterns: curve and the shares of pixels that are black and white. */
export function lookControls(change: (look: Look) => void): { look: Look; controls: HTMLElement[] } {
  const look: Look = { contrast: "logarithmic", dark: 1, bright: 0.1 };
  const changed = (): void => change({ ...look });
  return {
    look: { ...look },
    controls: [
      choice("Contrast", "contrast", CONTRASTS, look.contrast, (c) => {
        look.contrast = c as Contrast;
        changed();
      }),
      cut("Black (% of pixels)", "dark", look.dark, (v) => {
        look.dark = v;
        changed();
      }),
      cut("White (% of pixels)", "bright", look.bright, (v) => {
        look.bright = v;
        changed();
      }),
    ],
  };
}
