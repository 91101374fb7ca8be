import { judgeFingerprint, juryFingerprint } from "./fingerprint.ts";
import type { Rubric } from "./rubric.ts";

/** Who judges, by names. */
export interface JuryNames {
  /** Full names of the models. */
  readonly models: readonly string[];
  /** 1 by default. */
  readonly votes?: number | undefined;
}

/** Stands for any, so that the words around it count and nothing else. */
const anyRubric: Rubric = { name: "any", question: "", anchors: new Map(), of: 2 };

/**
 * Hash of what decides a jury's verdicts whatever is asked: template, schema, models, parameters, votes.
 * How good a jury was found to be holds as long as this is the same. Whether criteria are asked one by
 * one or together does not count, as a request may hold any number of them.
 */
export function juryIdentity(
  { models, votes = 1 }: JuryNames,
  hash: (text: string) => string,
): string {
  const items = { criteria: [""], rubrics: [anyRubric] };
  const each = models.toSorted().map((model) => judgeFingerprint({ model, votes, ...items }, hash));
  return juryFingerprint(each, votes, hash);
}

/** What a jury is called: `anthropic/claude-haiku-4-5`, `a + b, 3 votes each`. */
export function juryName({ models, votes = 1 }: JuryNames): string {
  const names = models.toSorted().join(" + ");
  if (votes === 1) return names;
  return `${names}, ${votes} votes${models.length === 1 ? "" : " each"}`;
}
