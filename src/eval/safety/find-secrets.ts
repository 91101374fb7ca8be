import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { knownForms } from "../../core/secrets/known-values.ts";
import { isSecretUnder } from "../../core/secrets/secret-key.ts";
import { shapeSpans } from "../../core/secrets/shape-scanner.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { bareText } from "./bare-text.ts";

/** A secret in a value: where it is and how it was told, but never what it is. */
export interface FoundSecret {
  /** Keys and indexes. */
  readonly path: readonly (string | number)[];
  /** `canary <name>`, or the id of a shape. */
  readonly rule: string;
}

/** Finds secrets in a value, at most one of a rule at a place. */
export type SecretFinder = (value: JsonValue) => readonly FoundSecret[];

const maxDepth = 100;
/** Fewer letters and digits stand together by chance. */
const minBare = 8;

/**
 * A finder of planted texts, in every form they may turn up in, and of texts that look like secrets. A
 * planted text is also found with other things between its letters than it was planted with.
 */
export function createSecretFinder(canaries: Readonly<Record<string, string>>): SecretFinder {
  const find = finderOf(canaries, comparable, 1);
  const findBare = finderOf(canaries, bareText, minBare);
  const rulesOf = (text: string): readonly string[] => [
    ...[...new Set([...find(text), ...findBare(text)])].map((name) => `canary ${name}`),
    ...shapeSpans(text).map(({ shape }) => shape.id),
  ];
  return (value) => [...secretsIn(value, { path: [], rulesOf })];
}

/** A finder of planted texts alone: the names of those that a text has, in whatever form. */
export function createCanaryFinder(
  canaries: Readonly<Record<string, string>>,
): (text: string) => readonly string[] {
  return finderOf(canaries, comparable, 1);
}

/** Compares what `simplify` makes of texts; forms of less than `minLength` are not looked for. */
function finderOf(
  canaries: Readonly<Record<string, string>>,
  simplify: (text: string) => string,
  minLength: number,
): (text: string) => readonly string[] {
  const planted = Object.entries(canaries).map(([name, value]) => {
    const forms = new Set(knownForms([value]).map(simplify));
    return { name, forms: [...forms].filter(({ length }) => length >= minLength) };
  });
  if (planted.length === 0) return () => [];
  return (text) => {
    const compared = simplify(text);
    return planted
      .filter(({ forms }) => forms.some((form) => compared.includes(form)))
      .map(({ name }) => name);
  };
}

/** Letters and line breaks are easily changed, so neither makes a planted text another one. */
function comparable(text: string): string {
  return foldWhitespace(text.toLowerCase());
}

interface Search {
  readonly path: FoundSecret["path"];
  readonly rulesOf: (text: string) => readonly string[];
}

function* secretsIn(value: JsonValue, { path, rulesOf }: Search): Generator<FoundSecret> {
  if (path.length > maxDepth) return;
  if (typeof value === "string") {
    const key = path.at(-1);
    const named = typeof key === "string" && isSecretUnder(key, value) ? ["named-value"] : [];
    // What its name tells as well need not be told twice.
    const rules = new Set([...rulesOf(value), ...named]);
    for (const rule of rules.size > 1 ? [...rules].filter((id) => id !== "named-value") : rules) {
      yield { path, rule };
    }
    return;
  }
  if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* secretsIn(item, { path: [...path, index], rulesOf });
    }
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const rules = new Set(rulesOf(key));
    // A path is shown, so a key that is a secret must not be a part of it.
    const inner = [...path, rules.size > 0 ? "(key)" : key];
    for (const rule of rules) yield { path: inner, rule };
    yield* secretsIn(item, { path: inner, rulesOf });
  }
}
