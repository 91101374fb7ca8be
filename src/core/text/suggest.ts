import { editDistance } from "./edit-distance.ts";

/** Longer names are not worth comparing, and may come from anywhere. */
const maxLength = 100;
const maxListed = 12;

/** The known name that a wrong one most likely stands for, or undefined where none is near. */
export function suggest(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > maxLength) return undefined;
  const written = fold(wrong);
  let nearest: string | undefined;
  let shortest = allowedDistance(written) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) >= shortest) continue;
    const distance = editDistance(written, fold(name));
    if (distance < shortest) {
      nearest = name;
      shortest = distance;
    }
  }
  return nearest;
}

/** A hint for a wrong name: the nearest known one, or else what there is. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const nearest = suggest(wrong, known);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  if (known.length === 0) return "there is nothing to choose from";
  const listed = known.slice(0, maxListed).join(", ");
  const others = known.length - maxListed;
  return others > 0 ? `one of: ${listed} and ${others} more` : `one of: ${listed}`;
}

/** Case and the kind of dash are what people mistake most; they cost nothing. */
function fold(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

/** Short names are near to each other by accident, so they allow fewer mistakes. */
function allowedDistance(name: string): number {
  if (name.length <= 2) return 0;
  if (name.length <= 5) return 1;
  return name.length <= 9 ? 2 : 3;
}
