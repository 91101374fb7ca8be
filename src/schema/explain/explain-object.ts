import type { JsonObject, JsonValue } from "../../core/json.ts";
import { didYouMean, suggest } from "../../core/text/suggest.ts";
import type { Context } from "./context.ts";
import { type Finding, here, within } from "./finding.ts";
import { listOf, numberOf, objectOf, subSchema, textsOf } from "./schema-node.ts";

/** What the keywords for objects say about a mapping. */
export function explainObject(schema: JsonObject, value: JsonObject, context: Context): Finding[] {
  const entries = Object.entries(value).flatMap(([key, item]) => {
    return explainEntry(schema, { key, item }, context);
  });
  return [...missingKeys(schema, value, entries), ...countFindings(schema, value), ...entries];
}

interface Entry {
  readonly key: string;
  readonly item: JsonValue;
}

function explainEntry(schema: JsonObject, { key, item }: Entry, context: Context): Finding[] {
  const findings = explainName(schema, key, context);
  const properties = objectOf(schema["properties"]);
  const patterns = Object.entries(objectOf(schema["patternProperties"])).filter(([pattern]) => {
    return context.matches(pattern, key);
  });
  const declared = Object.hasOwn(properties, key);
  const applying = [...(declared ? [properties[key]] : []), ...patterns.map(([, sub]) => sub)];
  if (applying.length === 0) {
    if (schema["additionalProperties"] === false) return [unknownKey(key, Object.keys(properties))];
    applying.push(schema["additionalProperties"]);
  }
  const inside = applying.flatMap((sub) => context.explain(subSchema(sub) ?? true, item));
  return [...findings, ...inside.map((finding) => within(key, finding))];
}

function explainName(schema: JsonObject, key: string, context: Context): Finding[] {
  const names = subSchema(schema["propertyNames"]);
  if (names === undefined) return [];
  return context.explain(names, key).map(({ message, hint }) => ({
    kind: "key-name",
    path: [key],
    atKey: true,
    message: () => message("the key"),
    hint,
  }));
}

/** A key that is not among the known ones. */
export function unknownKey(key: string, known: readonly string[]): Finding {
  return {
    kind: "unknown",
    path: [key],
    atKey: true,
    message: (name) => `unknown key ${name}`,
    hint: known.length === 0 ? undefined : didYouMean(key, known),
    key,
  };
}

/** A key that is only misspelled is reported where it stands, not also as missing. */
function missingKeys(
  schema: JsonObject,
  value: JsonObject,
  found: readonly Finding[],
): readonly Finding[] {
  const missing = [
    ...textsOf(schema["required"]),
    ...dependentKeys(schema["dependentRequired"], value),
    ...dependentKeys(schema["dependencies"], value),
  ].filter((key) => !Object.hasOwn(value, key));
  const misspelled = new Set(
    found.flatMap(({ kind, key, path }) => {
      return kind === "unknown" && path.length === 1 ? (suggest(key ?? "", missing) ?? []) : [];
    }),
  );
  return [...new Set(missing)]
    .filter((key) => !misspelled.has(key))
    .map((key) => here("missing", (name) => `${name} needs the key "${key}"`, { key }));
}

function dependentKeys(keyword: JsonValue | undefined, value: JsonObject): readonly string[] {
  return Object.entries(objectOf(keyword)).flatMap(([key, needed]) => {
    return Object.hasOwn(value, key) ? textsOf(listOf(needed)) : [];
  });
}

function countFindings(schema: JsonObject, value: JsonObject): Finding[] {
  const count = Object.keys(value).length;
  const least = numberOf(schema["minProperties"]) ?? 0;
  const most = numberOf(schema["maxProperties"]) ?? Infinity;
  if (count < least) {
    const known = Object.keys(objectOf(schema["properties"]));
    const hint = known.length === 0 ? undefined : `one of: ${known.join(", ")}`;
    return [here("missing", (name) => `${name} needs at least ${counted(least)}`, { hint })];
  }
  if (count <= most) return [];
  return [here("detail", (name) => `${name} may have at most ${counted(most)}, not ${count}`)];
}

function counted(count: number): string {
  return count === 1 ? "one key" : `${count} keys`;
}
