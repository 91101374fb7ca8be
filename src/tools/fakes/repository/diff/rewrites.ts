import { contentOf, copiedBytes, wholeScore } from "./similarity.ts";

const leastSize = 400;
const breakScore = wholeScore / 2;
const rewriteScore = (wholeScore * 3) / 5;

/** How much of a file was taken out, in percent, where it is so much that git calls it rewritten. */
export function rewrittenShare(before: string, after: string): number | undefined {
  const old = contentOf(before);
  const now = contentOf(after);
  const larger = Math.max(old.size, now.size);
  if (larger < leastSize || old.size === 0) return undefined;
  const copied = Math.min(copiedBytes(old, now), old.size);
  const added = Math.max(0, now.size - copied);
  const removed = old.size - copied;
  const score = Math.floor((removed * wholeScore) / old.size);
  if (score < rewriteScore) return undefined;
  const damage = Math.floor(((removed + added) * wholeScore) / larger);
  if (score <= breakScore && damage < breakScore) return undefined;
  return Math.floor((score * 100) / wholeScore);
}
