import { editDistance } from "../../core/text/edit-distance.ts";

/** The one known name that a wrong one can only stand for; undefined where there is any doubt. */
export function onlyNear(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length < 5 || wrong.length > 100) return undefined;
  const allowed = wrong.length > 9 ? 2 : 1;
  const distances = known.flatMap((name) => {
    if (Math.abs(name.length - wrong.length) > allowed) return [];
    return [{ name, distance: editDistance(fold(wrong), fold(name)) }];
  });
  const least = Math.min(...distances.map(({ distance }) => distance));
  const [nearest, ...others] = distances.filter(({ distance }) => distance === least);
  if (nearest === undefined || others.length > 0 || least > allowed) return undefined;
  // One thing and many are not the same.
  return withoutPlural(wrong) === withoutPlural(nearest.name) ? undefined : nearest.name;
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

function withoutPlural(name: string): string {
  return name.replace(/s$/, "");
}
