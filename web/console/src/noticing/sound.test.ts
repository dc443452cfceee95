import { expect, test } from "vitest";
import { sounds, type Sound } from "./settings";
import { scores, type Tone } from "./sound";

/// How a sound goes: up, down or level within its tones, and from each to the next.
function shapeOf(score: readonly Tone[]): string {
  const heights = score.flatMap(({ from, to }) => [from, to]);
  return heights
    .slice(1)
    .map((height, place) => Math.sign(height - (heights[place] ?? 0)))
    .join();
}

function lastsMilliseconds(score: readonly Tone[]): number {
  return Math.round(1000 * Math.max(...score.map(({ at, lasts }) => at + lasts)));
}

function highest(score: readonly Tone[]): number {
  return Math.max(...score.map(({ from, to }) => Math.max(from, to)));
}

const pairs: readonly (readonly [Sound, Sound])[] = [
  ["chime", "drop"],
  ["chime", "knock"],
  ["drop", "knock"],
];

test.each(pairs)(
  "%s and %s are told apart by where they go, how high and how long they are",
  (one, other) => {
    const [first, second] = [scores[one], scores[other]];
    expect(shapeOf(first)).not.toBe(shapeOf(second));
    const height = highest(first) / highest(second);
    expect(Math.max(height, 1 / height)).toBeGreaterThan(1.2);
    expect(lastsMilliseconds(first)).not.toBe(lastsMilliseconds(second));
  },
);

test.each(sounds)("%s is short, can be heard, and is not too loud", (sound) => {
  const score = scores[sound];
  expect(lastsMilliseconds(score)).toBeLessThan(1000);
  for (const { from, to, loud } of score) {
    // A ramp cannot begin or end at nothing.
    expect(Math.min(from, to)).toBeGreaterThan(100);
    expect(Math.max(from, to)).toBeLessThan(4000);
    expect(loud).toBeGreaterThan(0.1);
    expect(loud).toBeLessThanOrEqual(0.5);
  }
});
