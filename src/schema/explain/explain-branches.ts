import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { Context } from "./context.ts";
import { unknownKey } from "./explain-object.ts";
import { type Finding, here } from "./finding.ts";
import { describeTypes, fitsType, type JsonType, jsonTypeOf, orList } from "./json-type.ts";
import { shown } from "./named.ts";
import { literalsOf, objectOf, subSchemas, textsOf, typesOf } from "./schema-node.ts";

interface Branch {
  readonly schema: JsonObject;
  readonly findings: readonly Finding[];
}

/** Why a value fits none of several forms: what is wrong with the one that was most likely meant. */
export function explainBranches(
  alternatives: readonly (JsonObject | boolean)[],
  value: JsonValue,
  context: Context,
): readonly Finding[] {
  const branches: Branch[] = alternatives.flatMap((alternative) => {
    const findings = context.explain(alternative, value);
    const schema = context.resolve(alternative);
    return typeof schema === "boolean" ? [] : [{ schema, findings }];
  });
  if (branches.some(({ findings }) => findings.length === 0)) return [];
  const fitting = branches.filter(({ schema }) => admits(schema, value, context));
  if (fitting.length === 0) return [wrongKind(branches, value, context)];
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only.findings;
  return (
    oneOfLiterals(fitting, value) ??
    oneOfKeys(fitting) ??
    noKnownKey(fitting, value) ??
    nearest(fitting, value)
  );
}

/** Whether a form is for values of this type at all. */
function admits(schema: JsonObject, value: JsonValue, context: Context): boolean {
  const types = admittedTypes(schema, context);
  return types === undefined || fitsType(value, types);
}

function admittedTypes(schema: JsonObject, context: Context): readonly JsonType[] | undefined {
  const types = typesOf(schema) ?? literalsOf(schema)?.map(jsonTypeOf);
  if (types !== undefined) return types;
  const inner = subSchemas(schema["anyOf"] ?? schema["oneOf"]).map((sub) => {
    const resolved = context.resolve(sub);
    return typeof resolved === "boolean" ? undefined : admittedTypes(resolved, context);
  });
  if (inner.length === 0 || inner.includes(undefined)) return undefined;
  return inner.flatMap((each) => each ?? []);
}

function wrongKind(branches: readonly Branch[], value: JsonValue, context: Context): Finding {
  const types = branches.flatMap(({ schema }) => admittedTypes(schema, context) ?? []);
  const wanted = describeTypes(types);
  return here("type", (name) => `${name} has to be ${wanted}, not ${shown(value)}`);
}

/** Where every form is a fixed value, all of them together are one list of values. */
function oneOfLiterals(branches: readonly Branch[], value: JsonValue): Finding[] | undefined {
  const literals = branches.map(({ schema }) => literalsOf(schema));
  if (literals.includes(undefined)) return undefined;
  return [
    wrongLiteral(
      literals.flatMap((each) => each ?? []),
      value,
    ),
  ];
}

/** A value that is none of those allowed. */
export function wrongLiteral(allowed: readonly JsonValue[], value: JsonValue): Finding {
  const wanted = orList(allowed.map((item) => (item === null ? "null" : shown(item))));
  const texts = allowed.filter((item) => typeof item === "string");
  const near = typeof value === "string" ? didYouMean(value, texts) : "";
  const hint = near.startsWith("did you mean") ? near : undefined;
  return here("literal", (name) => `${name} has to be ${wanted}, not ${shown(value)}`, { hint });
}

/** Forms that differ in the key that they need, where none of these keys is there. */
function oneOfKeys(branches: readonly Branch[]): Finding[] | undefined {
  const keys = branches.map(({ findings: [first, second] }) => {
    const missing = first?.kind === "missing" && first.path.length === 0 ? first.key : undefined;
    return second === undefined ? missing : undefined;
  });
  if (keys.includes(undefined)) return undefined;
  const wanted = orList([...new Set(keys)].map((key) => `"${key}"`));
  return [here("missing", (name) => `${name} needs the key ${wanted}`)];
}

/** A mapping that shares no key with any form: the forms' keys together are what there is. */
function noKnownKey(branches: readonly Branch[], value: JsonValue): Finding[] | undefined {
  const known = [...new Set(branches.flatMap(({ schema }) => namesOf(schema)))];
  if (!isJsonObject(value) || known.length === 0) return undefined;
  const keys = Object.keys(value);
  if (keys.some((key) => known.includes(key))) return undefined;
  if (branches.some(({ schema }) => schema["additionalProperties"] !== false)) return undefined;
  if (keys.length === 0) {
    const hint = `one of: ${known.join(", ")}`;
    return [here("missing", (name) => `${name} must not be empty`, { hint })];
  }
  return keys.map((key) => unknownKey(key, known));
}

function namesOf(schema: JsonObject): readonly string[] {
  return Object.keys(objectOf(schema["properties"]));
}

/** Forms are told apart by fixed values of a key, then by the keys they share with the value. */
function nearest(branches: readonly Branch[], value: JsonValue): readonly Finding[] {
  const ranked = branches
    .map((branch) => ({ branch, rank: rankOf(branch, value) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank));
  return ranked[0]?.branch.findings ?? [];
}

/** Smaller is nearer, first number first. */
function rankOf({ schema, findings }: Branch, value: JsonValue): readonly number[] {
  const keys = isJsonObject(value) ? Object.keys(value) : [];
  const required = new Set(textsOf(schema["required"]));
  const shared = namesOf(schema).filter((name) => keys.includes(name));
  const ofKind = (kind: Finding["kind"], depth: number): number => {
    return findings.filter((each) => each.kind === kind && each.path.length === depth).length;
  };
  return [
    ofKind("literal", 1),
    -shared.filter((name) => required.has(name)).length,
    -shared.length,
    ofKind("missing", 0),
    findings.length,
    ofKind("key-name", 1),
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const difference = rank - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
