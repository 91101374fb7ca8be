import type { PyValue } from "../../core/python/py-value.ts";
import type { YamlProblem } from "../yaml-problem.ts";
import { type ExplicitTag, explicitTag } from "./explicit-tag.ts";
import { type ImplicitTag, implicitTag } from "./implicit-tag.ts";
import { PyDate } from "./py-date.ts";
import { pyFloat, pyInt } from "./py-number.ts";
import { isRealTimestamp } from "./timestamp.ts";

/** The Python type of a scalar. */
export type ScalarKind = "str" | "bool" | "int" | "float" | "null" | "timestamp" | "bytes";

/** What PyYAML makes of a scalar, and what there is to say about it. */
export interface ServiceScalar {
  readonly kind: ScalarKind;
  readonly value: PyValue;
  readonly problem?: Omit<YamlProblem, "range">;
}

/** A scalar as it is written; `text` is what is left of it after quotes, escapes and folding. */
export interface WrittenScalar {
  readonly text: string;
  readonly plain: boolean;
  readonly tag: string | undefined;
}

/** Applies PyYAML's resolver and constructors. */
export function resolveScalar({ text, plain, tag }: WrittenScalar): ServiceScalar {
  if (tag === undefined) {
    return plain ? withMeaning(construct(implicitTag(text), text), text) : string(text);
  }
  const name = tag === "!" ? implicitTag(text) : explicitTag(tag);
  return name === undefined ? refused(text, unknownTag(tag)) : construct(name, text);
}

/** The problem of a tag that PyYAML's safe loader has no constructor for. */
export function unknownTag(tag: string): Omit<YamlProblem, "range"> {
  const message = `the service's loader cannot read the tag ${tag.replace("tag:yaml.org,2002:", "!!")} here`;
  return { code: "tag", severity: "error", message, hint: "remove the tag" };
}

function construct(name: ImplicitTag | ExplicitTag, text: string): ServiceScalar {
  switch (name) {
    case "str":
      return string(text);
    case "null":
      return { kind: "null", value: null };
    case "bool":
      return bool(text);
    case "int":
      return number("int", pyInt(text), text);
    case "float":
      return number("float", pyFloat(text), text);
    case "timestamp":
      return timestamp(text);
    case "binary":
      return binary(text);
    case "merge":
    case "value":
    default:
      return indicator(text);
  }
}

function string(text: string): ServiceScalar {
  return { kind: "str", value: text };
}

function refused(text: string, problem: Omit<YamlProblem, "range">): ServiceScalar {
  return { kind: "str", value: text, problem };
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["on", true],
  ["no", false],
  ["false", false],
  ["off", false],
]);

function bool(text: string): ServiceScalar {
  const value = booleans.get(text.toLowerCase());
  if (value !== undefined) return { kind: "bool", value };
  return refused(text, { code: "tag", severity: "error", message: `"${text}" is not a boolean` });
}

function number(kind: "int" | "float", value: PyValue | undefined, text: string): ServiceScalar {
  if (value !== undefined) return { kind, value };
  const message = `"${text}" is not a number that the service's loader can read`;
  return refused(text, { code: "number", severity: "error", message, hint: "put it in quotes" });
}

function timestamp(text: string): ServiceScalar {
  const isReal = isRealTimestamp(text);
  const message = isReal
    ? `unquoted timestamp ${text}: the service reads a date here, not text`
    : `"${text}" looks like a timestamp, but there is no such time`;
  const code = isReal ? "date" : "timestamp";
  const problem = { code, severity: "error", message, hint: "put it in quotes" } as const;
  return { kind: "timestamp", value: isReal ? new PyDate(text) : text, problem };
}

function binary(text: string): ServiceScalar {
  const message = "!!binary gives the service bytes, not text";
  const problem = { code: "binary", severity: "warning", message, hint: "write the text" } as const;
  return { kind: "bytes", value: text, problem };
}

/** An unquoted `<<` or `=` that is not a key. */
function indicator(text: string): ServiceScalar {
  const message = `the service's loader cannot read an unquoted "${text}" here`;
  return refused(text, { code: "tag", severity: "error", message, hint: "put it in quotes" });
}

/** Warns where a plain scalar means something else than most readers think. */
function withMeaning(scalar: ServiceScalar, text: string): ServiceScalar {
  const found = surprise(scalar.kind, text);
  if (found === undefined || scalar.problem !== undefined) return scalar;
  const [code, meaning] = found;
  const message = `unquoted ${text} is ${meaning} to the service's loader`;
  const hint = "put it in quotes if text is meant";
  return { ...scalar, problem: { code, severity: "warning", message, hint } };
}

function surprise(
  kind: ScalarKind,
  text: string,
): readonly [code: YamlProblem["code"], meaning: string] | undefined {
  if (kind === "bool") {
    return /^(?:true|false)$/i.test(text) ? undefined : ["implicit-bool", "a boolean"];
  }
  if (kind !== "int" && kind !== "float") return undefined;
  if (text.includes(":")) return ["implicit-sexagesimal", "a number in base 60"];
  return /^[-+]?0[0-7_]+$/.test(text) ? ["implicit-octal", "an octal number"] : undefined;
}
