import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import { suggest } from "../../core/text/suggest.ts";
import type { FlowRule } from "../problem/flow-rule.ts";
import { adviceOn } from "./absent-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { laxBoolean, laxInteger, laxNumber } from "./lax-scalar.ts";

/** Which rules a missing and a wrong field break, and what the fields belong to. */
export interface FieldRules {
  /** For messages: `component "planner"`. */
  readonly owner: string;
  readonly missing: FlowRule;
  readonly wrong: FlowRule;
}

/** Reads the fields of one mapping, with pydantic's coercions; reports and goes on where one is wrong. */
export class FieldReader {
  readonly node: ConfigNode;
  private readonly rules: FieldRules;

  constructor(node: ConfigNode, rules: FieldRules) {
    this.node = node;
    this.rules = rules;
  }

  /** A text that must be there; empty, and reported, where it is not. */
  text(key: string): string {
    const field = this.node.child(key);
    if (!field.exists) this.missing(key);
    else if (typeof field.value === "string") return field.value;
    else this.wrong(field, "a text", field.value === null ? "write one" : undefined);
    return "";
  }

  /** A text that may be absent or null. */
  optionalText(key: string): string | undefined {
    const field = this.node.child(key);
    if (typeof field.value === "string") return field.value;
    if (field.exists && field.value !== null) this.wrong(field, "a text");
    return undefined;
  }

  flag(key: string, fallback: boolean): boolean {
    const field = this.node.child(key);
    if (field.value === undefined) return fallback;
    const value = laxBoolean(field.value);
    if (value === undefined) this.wrong(field, "true or false");
    return value ?? fallback;
  }

  integer(key: string, fallback: number): number {
    return this.optionalInteger(key, false) ?? fallback;
  }

  /** A whole number that may be absent, and null where `nullable`. */
  optionalInteger(key: string, nullable = true): number | undefined {
    const field = this.node.child(key);
    if (field.value === undefined || (nullable && field.value === null)) return undefined;
    const value = laxInteger(field.value);
    if (value === undefined) this.wrong(field, "a whole number");
    return value;
  }

  number(key: string, fallback: number): number {
    return this.optionalNumber(key, false) ?? fallback;
  }

  /** A number that may be absent, and null where `nullable`. */
  optionalNumber(key: string, nullable = true): number | undefined {
    const field = this.node.child(key);
    if (field.value === undefined || (nullable && field.value === null)) return undefined;
    const value = laxNumber(field.value);
    if (value === undefined) this.wrong(field, "a number");
    return value;
  }

  /** One of some words; the first of them where the field is absent or wrong. */
  choice<T extends string>(key: string, choices: readonly [T, ...T[]]): T {
    const field = this.node.child(key);
    const chosen = choices.find((choice) => choice === field.value);
    if (chosen !== undefined) return chosen;
    if (field.exists) this.wrongChoice(field, choices);
    return choices[0];
  }

  /** A list of texts; with `choices` only of those. */
  texts(
    key: string,
    options: { fallback?: readonly string[]; choices?: readonly string[] } = {},
  ): readonly string[] {
    const field = this.node.child(key);
    if (!field.exists) return options.fallback ?? [];
    if (!isPyList(field.value)) {
      this.wrong(field, "a list");
      return [];
    }
    return field.items().flatMap((item) => {
      if (typeof item.value !== "string") this.wrong(item, "a text");
      else if (options.choices?.includes(item.value) !== false) return [item.value];
      else this.wrongChoice(item, options.choices);
      return [];
    });
  }

  /** A field that is not there; another one may be meant to be it. */
  missing(key: string, advice?: string): void {
    const { owner, missing: rule } = this.rules;
    const hint = adviceOn(this.node, key, advice);
    this.node.report({ rule, message: `${owner} has no "${key}"`, hint });
  }

  wrong(field: ConfigNode, wanted: string, hint?: string): void {
    const { owner, wrong: rule } = this.rules;
    const message = `${this.nameOf(field)} of ${owner} must be ${wanted}, not ${describeValue(field.value)}`;
    field.report({ rule, message, hint: hint ?? repairOf(field, wanted) });
  }

  private wrongChoice(field: ConfigNode, choices: readonly string[]): void {
    const near = typeof field.value === "string" ? suggest(field.value, choices) : undefined;
    const hint = near === undefined ? undefined : `did you mean "${near}"?`;
    this.wrong(field, `one of ${choices.join(", ")}`, hint);
  }

  /** `"stop"`, or `item 2 of "stop"`. */
  private nameOf({ at }: ConfigNode): string {
    const last = at.at(-1) ?? "";
    return typeof last === "number" ? `item ${last + 1} of "${at.at(-2) ?? ""}"` : `"${last}"`;
  }
}

/** What to do about the commonest mistakes: text without quotes, an empty value, one item instead of a list. */
function repairOf({ value }: ConfigNode, wanted: string): string | undefined {
  if (value === null) return "write a value, or remove the key";
  if (wanted.startsWith("a list") && typeof value === "string") return 'begin each item with "- "';
  if (wanted.startsWith("a text") && !isPyList(value) && !isPyDict(value))
    return "put it in quotes";
  return undefined;
}
