// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Which spots stay when settings change.

import type { MarkedSpot, Spot } from "./patternView";

export interface Change {
  marked: MarkedSpot[];
  gained: number;
  lost: number;
}

/** The direct beam has rank 1. */
export function asFound(spots: Spot[]): MarkedSpot[] {
  return spots.map((s) => ({ ...s, mark: s.rank === 1 ? "beam" : "spot" }));
}

/**
 * Pairs spots of two registrations, nearest pairs first, when they are less than a radius apart, and says which are new
 * and which are gone.
 */
export function compare(before: Spot[], after: Spot[]): Change {
  const pairs: { b: number; a: number; distance: number }[] = [];
  before.forEach((spot, b) =>
    after.forEach((other, a) => {
      const distance = Math.hypot(spot.x - other.x, spot.y - other.y);
      if (distance <= Math.max(1, Math.min(spot.radius, other.radius))) {
        pairs.push({ b, a, distance });
      }
    }),
  );
  pairs.sort((p, q) => p.distance - q.distance);
  const stayed = new Set<number>();
  const known = new Set<number>();
  for (const { b, a } of pairs) {
    if (!stayed.has(b) && !known.has(a)) {
      stayed.add(b);
      known.add(a);
    }
  }
  const now = asFound(after).map((s, a): MarkedSpot => (known.has(a) ? s : { ...s, mark: "gained" }));
  const gone = before.filter((_, b) => !stayed.has(b)).map((s): MarkedSpot => ({ ...s, mark: "lost" }));
  return { marked: [...now, ...gone], gained: after.length - known.size, lost: gone.length };
}
