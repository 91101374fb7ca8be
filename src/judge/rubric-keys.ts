import type { Rubric } from "./rubric.ts";

/** The name under which each rubric is asked about in one request; the second of a name gets a number. */
export function rubricKeys(rubrics: readonly Pick<Rubric, "name">[]): readonly string[] {
  const seen = new Map<string, number>();
  return rubrics.map(({ name }) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    // A name has no dots, so that this is none.
    return number === 1 ? name : `${name}.${number}`;
  });
}
