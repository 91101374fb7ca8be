import { isJsonObject, type JsonObject, type JsonValue } from "../../../../core/json.ts";
import { didYouMean } from "../../../../core/text/suggest.ts";
import type { SeedProblem } from "../../seed-problem.ts";
import { seedTime } from "../../seed-time.ts";
import type { IdBook } from "./id-book.ts";

/** What all blocks of one seed share while it is read. */
interface SeedContext {
  /** ISO 8601: when the trial begins, and the default of every time. */
  readonly now: string;
  readonly ids: IdBook;
  /** Known usernames. */
  readonly users: readonly string[];
  /** The author of what names none. */
  readonly currentUser: string;
  readonly problems: SeedProblem[];
}

type Path = readonly (number | string)[];

/**
 * One map of a seed with its place. The values fit the schema already, so a reader only names the default
 * of each; what a schema cannot say becomes a problem.
 */
export class SeedBlock {
  readonly json: JsonObject;
  readonly path: Path;
  readonly context: SeedContext;

  constructor(json: JsonObject, path: Path, context: SeedContext) {
    this.json = json;
    this.path = path;
    this.context = context;
  }

  value(key: string): JsonValue {
    return Object.hasOwn(this.json, key) ? (this.json[key] ?? null) : null;
  }

  /** Undefined where there is none; a number counts as its digits, as YAML reads them. */
  optionalText(key: string): string | undefined {
    const value = this.value(key);
    if (typeof value === "number") return String(value);
    return typeof value === "string" ? value : undefined;
  }

  text(key: string, fallback: string): string {
    return this.optionalText(key) ?? fallback;
  }

  number(key: string): number | undefined {
    const value = this.value(key);
    return typeof value === "number" ? value : undefined;
  }

  flag(key: string, fallback = false): boolean {
    const value = this.value(key);
    return typeof value === "boolean" ? value : fallback;
  }

  texts(key: string): readonly string[] {
    const value = this.value(key);
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** ISO 8601 with milliseconds, as GitLab shows times; the trial's beginning where there is none. */
  time(key: string): string {
    return this.optionalTime(key) ?? this.context.now;
  }

  optionalTime(key: string): string | undefined {
    const text = this.optionalText(key);
    if (text === undefined) return undefined;
    const ms = seedTime(text);
    if (ms === undefined) {
      this.problem(key, `"${text}" is not a time`, "write it as 2026-01-05T09:00:00Z");
      return undefined;
    }
    return new Date(ms).toISOString();
  }

  /** A map within this one, empty where there is none. */
  block(key: string): SeedBlock {
    return this.#child(this.value(key), key);
  }

  /** The maps of a map, by their keys. */
  blocks(key: string): readonly (readonly [string, SeedBlock])[] {
    const parent = this.block(key);
    return Object.entries(parent.json)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, parent.#child(value, name)]);
  }

  /** The maps of a list. */
  list(key: string): readonly SeedBlock[] {
    const value = this.value(key);
    if (!Array.isArray(value)) return [];
    const parent = new SeedBlock({}, [...this.path, key], this.context);
    return value.map((item: JsonValue, index) => parent.#child(item, index));
  }

  /** Like `blocks`, for maps by iid; a key that is no positive number is a problem. */
  numbered(key: string): readonly (readonly [number, SeedBlock])[] {
    return this.blocks(key).flatMap(([name, block]) => {
      if (/^[1-9][0-9]{0,8}$/.test(name)) return [[Number(name), block] as const];
      block.problemHere(`"${name}" is not a number above 0`, "these are known by their number");
      return [];
    });
  }

  /** The block's own `id`, or the next one of its kind. */
  id(kind: string, key = "id"): number {
    const { ids } = this.context;
    const given = this.number(key);
    if (given === undefined) return ids.next(kind);
    if (!ids.claim(kind, given)) this.problem(key, `two ${kind}s have the id ${given}`);
    return given;
  }

  /** A username that exists; the current user where none is named. */
  user(key: string): string {
    return this.optionalUser(key) ?? this.context.currentUser;
  }

  optionalUser(key: string): string | undefined {
    const name = this.optionalText(key);
    if (name !== undefined) this.#checkUser(name, key);
    return name;
  }

  usernames(key: string): readonly string[] {
    const names = this.texts(key);
    for (const name of names) this.#checkUser(name, key);
    return names;
  }

  /** Something wrong with the value of a key. */
  problem(key: string, message: string, hint?: string): void {
    this.#add({ path: [...this.path, key], atKey: false, message }, hint);
  }

  /** Something wrong with the key that this block is under. */
  problemHere(message: string, hint?: string): void {
    this.#add({ path: this.path, atKey: true, message }, hint);
  }

  #checkUser(name: string, key: string): void {
    const { users } = this.context;
    if (users.includes(name)) return;
    this.problem(key, `there is no user "${name}"`, didYouMean(name, users));
  }

  #add(problem: SeedProblem, hint: string | undefined): void {
    this.context.problems.push(hint === undefined ? problem : { ...problem, hint });
  }

  #child(value: JsonValue, key: number | string): SeedBlock {
    return new SeedBlock(isJsonObject(value) ? value : {}, [...this.path, key], this.context);
  }
}
