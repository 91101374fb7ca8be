/** A place in a value: names of properties, and indexes. */
export type TextPath = readonly (string | number)[];

/** The same value with other texts where `keep` does not say otherwise, at every depth. */
export function withTexts<T>(
  value: T,
  replace: (text: string) => string,
  keep: (path: TextPath) => boolean,
): T;
export function withTexts(
  value: unknown,
  replace: (text: string) => string,
  keep: (path: TextPath) => boolean,
): unknown {
  const walk = (part: unknown, path: TextPath): unknown => {
    if (typeof part === "string") return keep(path) ? part : replace(part);
    if (Array.isArray(part)) return part.map((each, index) => walk(each, [...path, index]));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [name, walk(each, [...path, name])]),
    );
  };
  return walk(value, []);
}

const words = "type outcome verdict labels kind state rule repeats why unknown metric";
const chosen = new Set(words.split(" "));

/** Whether a text is a word that this program chooses: nobody can say something else with it. */
export function isChosen(path: TextPath): boolean {
  return path.some((part) => typeof part === "string" && chosen.has(part));
}
