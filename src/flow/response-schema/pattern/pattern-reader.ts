import type { PatternContext, PatternItem } from "./pattern-context.ts";
import { PatternError } from "./pattern-error.ts";
import { PatternGroups } from "./pattern-groups.ts";
import { PatternSource } from "./pattern-source.ts";
import { readClass } from "./read-class.ts";
import { readEscape } from "./read-escape.ts";
import { readGroup } from "./read-group.ts";

const maxDepth = 200;
const maxRepeat = 4_294_967_295;
/** More than this Rust will not unroll. */
const maxUnrolled = 32_000;

/** Reads a pattern as Python's `re` does, noting what Rust has no counterpart for. */
export class PatternReader implements PatternContext {
  readonly source: PatternSource;
  readonly groups: PatternGroups = new PatternGroups();
  private notInRust: string | undefined;
  private verbose = false;

  constructor(pattern: string) {
    this.source = new PatternSource(pattern);
  }

  /** Something that Rust cannot do, if there is anything. */
  read(): string | undefined {
    this.alternatives(0);
    if (!this.source.isAtEnd) throw new PatternError("it closes a group that is not open");
    this.groups.finish();
    return this.notInRust;
  }

  lacks(what: string): void {
    this.notInRust ??= what;
  }

  alternatives(depth: number): void {
    if (depth > maxDepth) throw new PatternError("its groups are nested too deeply");
    let first = depth === 0;
    do {
      this.branch(depth, first);
      first = false;
    } while (this.source.takeIf("|"));
  }

  private branch(depth: number, isFirst: boolean): void {
    let last: PatternItem | undefined;
    let isEmpty = true;
    while (!this.source.isAtEnd && this.source.peek() !== "|" && this.source.peek() !== ")") {
      if (this.skipped()) continue;
      const item = this.quantified(last) ?? this.item(depth, isFirst && isEmpty);
      if (item === undefined) continue;
      last = item;
      isEmpty = false;
    }
  }

  private skipped(): boolean {
    if (!this.verbose) return false;
    if (this.source.takeWhile(/[ \t\n\r\f\v]/) !== "") return true;
    return this.source.peek() === "#" && this.source.takeWhile(/[^\n]/) !== "";
  }

  /** A quantifier and what it makes of the item before it; undefined where none stands. */
  private quantified(last: PatternItem | undefined): PatternItem | undefined {
    const letter = this.source.peek();
    if (!["*", "+", "?", "{"].includes(letter)) return undefined;
    if (letter === "{" && !this.takeCounts()) return "item";
    if (letter !== "{") this.source.take();
    if (last === undefined || last === "position") {
      throw new PatternError("there is nothing to repeat before a quantifier");
    }
    if (last === "repeated") throw new PatternError("it repeats what is repeated already");
    if (!this.source.takeIf("?")) this.source.takeIf("+");
    return "repeated";
  }

  /** `{2}`, `{2,}` or `{2,3}`; false, and only the brace taken, for anything else. */
  private takeCounts(): boolean {
    this.source.take();
    const { mark } = this.source;
    const low = this.source.takeWhile(/[0-9]/);
    const hasComma = this.source.takeIf(",");
    const high = hasComma ? this.source.takeWhile(/[0-9]/) : low;
    if (!this.source.takeIf("}") || (low === "" && !hasComma)) {
      this.source.reset(mark);
      const rest = this.source.takeWhile(/[0-9, ]/) + this.source.peek();
      this.source.reset(mark);
      // Rust allows spaces in a quantifier, but no other brace without a backslash.
      if (!/^ *\d+ *(?:, *\d* *)?\}$/.test(rest)) this.lacks("a { that begins no quantifier");
      return false;
    }
    if (low === "") this.lacks("a quantifier without its first number");
    if (Number(high) >= maxRepeat || Number(low) >= maxRepeat) {
      throw new PatternError("its quantifier is too large");
    }
    if (high !== "" && Number(high) < Number(low)) {
      throw new PatternError("a quantifier's first number is above its second");
    }
    if (Math.max(Number(low), Number(high)) > maxUnrolled) this.lacks("a very large quantifier");
    return true;
  }

  /** Anything but a quantifier; undefined for what leaves nothing, such as a comment. */
  private item(depth: number, mayBeFlags: boolean): PatternItem | undefined {
    const letter = this.source.take();
    if (letter === "[") readClass(this);
    else if (letter === "\\") return readEscape(this);
    else if (letter === "(") return readGroup(this, { depth, mayBeFlags });
    return letter === "^" || letter === "$" ? "position" : "item";
  }

  setVerbose(verbose: boolean): void {
    this.verbose = verbose;
  }

  get isVerbose(): boolean {
    return this.verbose;
  }
}
