import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { Mocks } from "../../tools/index.ts";
import { canaryValue } from "./canary-value.ts";
import { canaryPlace } from "./places.ts";

/** Something that is meant to be one and is none. */
const attempt = /\{[{%][^}]{0,200}?(?<![.\w])canary\b[^}]{0,200}\}{1,2}/;

/** Canaries with texts of their own, by name. */
export type OwnCanaries = Readonly<Record<string, string>>;

/** What `canaries:` says; nothing where it is wrong. */
export function ownCanaries(block: JsonValue | undefined): OwnCanaries {
  if (!isJsonObject(block)) return {};
  return Object.fromEntries(
    Object.entries(block).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

/** Puts texts that stand for secrets in the places that ask for one, and remembers which. */
export class CanaryPlanter {
  private readonly suite: string;
  private readonly own: OwnCanaries;
  private readonly found = new Map<string, string>();

  constructor(suite: string, own: OwnCanaries) {
    this.suite = suite;
    this.own = own;
  }

  /** The value with canaries in all of its texts; the very same one where none is asked for. */
  plant<Value extends JsonValue>(value: Value): Value;
  plant(value: JsonValue): JsonValue {
    if (typeof value === "string") return this.plantText(value);
    if (isJsonArray(value)) {
      const items = value.map((item) => this.plant(item));
      return items.every((item, index) => item === value[index]) ? value : items;
    }
    if (!isJsonObject(value)) return value;
    let changed = false;
    const entries = Object.entries(value).map(([key, item]): readonly [string, JsonValue] => {
      const planted = this.plant(item);
      changed ||= planted !== item;
      return [key, planted];
    });
    return changed ? Object.fromEntries(entries) : value;
  }

  /** What mocks answer, texts from files included. */
  plantMocks(mocks: Mocks): Mocks {
    let isPlanted = false;
    const planted = new Map(
      [...mocks].map(([tool, mock]) => {
        const rules = mock.rules.map((rule) => {
          const content = this.plant(rule.answer.content);
          if (content === rule.answer.content) return rule;
          isPlanted = true;
          return { ...rule, answer: { ...rule.answer, content } };
        });
        return [tool, { ...mock, rules }];
      }),
    );
    // Many cases share those of their suite.
    return isPlanted ? planted : mocks;
  }

  /** What has been planted so far, sorted by name. */
  planted(): OwnCanaries {
    return Object.fromEntries([...this.found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private plantText(text: string): string {
    // Nearly no text asks for one.
    if (!text.includes("canary")) return text;
    return text.replaceAll(canaryPlace, (_, name: string) => {
      const value =
        (Object.hasOwn(this.own, name) ? this.own[name] : undefined) ??
        canaryValue(this.suite, name);
      this.found.set(name, value);
      return value;
    });
  }
}

/** Places of a value that ask for a canary in a way that nobody understands, with what stands there. */
export function brokenCanaries(
  value: JsonValue,
  path: readonly (string | number)[] = [],
): readonly { readonly path: readonly (string | number)[]; readonly text: string }[] {
  if (typeof value === "string") {
    if (!value.includes("canary")) return [];
    const [text] = attempt.exec(value.replaceAll(canaryPlace, "")) ?? [];
    return text === undefined ? [] : [{ path, text }];
  }
  if (isJsonArray(value)) {
    return value.flatMap((item, index) => brokenCanaries(item, [...path, index]));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => brokenCanaries(item, [...path, key]));
}

/** Names of the canaries that a value asks for. */
export function canaryNames(value: JsonObject): readonly string[] {
  return [...JSON.stringify(value).matchAll(canaryPlace)].flatMap(([, name]) => name ?? []);
}
