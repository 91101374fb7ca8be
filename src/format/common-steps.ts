import { diffArrays } from "diff";

/**
 * The longest common subsequence of two lists, as pairs of places in them, in order. Of lists that differ in more
 * than so many places none is looked for: that could take long, and says nothing any more.
 */
export function commonSteps(
  a: readonly string[],
  b: readonly string[],
  maxEdits: number = 1000,
): readonly (readonly [number, number])[] {
  // Neither of the lists is changed: the package's types only do not say so.
  const changes = diffArrays([...a], [...b], { maxEditLength: maxEdits });
  const pairs: (readonly [number, number])[] = [];
  let [left, right] = [0, 0];
  for (const { added, removed, count = 0 } of changes ?? []) {
    if (!added && !removed) {
      for (let step = 0; step < count; step += 1) pairs.push([left + step, right + step]);
    }
    if (!added) left += count;
    if (!removed) right += count;
  }
  return pairs;
}
