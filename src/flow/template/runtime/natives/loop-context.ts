import { cursorOf, drain, ListCursor } from "../../values/cursor.ts";
import { findLength } from "../../values/length.ts";
import { orElse } from "../../values/or-else.ts";
import type { Sandbox } from "../../values/sandbox.ts";
import { type Cursor, NativeObject, Tuple, type Value } from "../../values/value.ts";

/** `loop` inside of a `for`. Like Jinja2's it reads ahead only when it is asked for what follows. */
export class LoopContext extends NativeObject {
  readonly typeName = "LoopContext";
  override readonly callable = true;
  private readonly items: Value;
  private readonly sandbox: Sandbox;
  private source: Cursor;
  private index0 = -1;
  private knownLength: number | undefined;
  private before: Value | undefined;
  private current: Value | undefined;
  private after: Value | undefined;

  constructor(items: Value, sandbox: Sandbox) {
    super();
    this.items = items;
    this.sandbox = sandbox;
    this.source = cursorOf(items, sandbox.budget);
  }

  /** Goes on to the next item and gives it; undefined at the end. */
  advance(): Value | undefined {
    const item = orElse(this.after, () => this.source.next());
    this.after = undefined;
    if (item === undefined) return undefined;
    this.index0 += 1;
    this.before = this.current;
    this.current = item;
    return item;
  }

  get repr(): string {
    return `<LoopContext ${this.index0 + 1}/${this.length}>`;
  }

  override get length(): number {
    this.knownLength ??= findLength(this.items, this.sandbox.budget) ?? this.countRest();
    return this.knownLength;
  }

  /** Whoever goes through `loop` itself takes the items away from the loop. */
  override get cursor(): Cursor {
    return {
      next: () => {
        const item = this.advance();
        return item === undefined ? undefined : new Tuple([item, this]);
      },
    };
  }

  override attribute(name: string): Value | undefined {
    return Object.hasOwn(attributes, name) ? attributes[name]?.(this) : undefined;
  }

  get position(): number {
    return this.index0;
  }

  get isLast(): boolean {
    return this.peek() === undefined;
  }

  get previous(): Value {
    if (this.index0 === 0) return this.sandbox.undefined({ hint: "there is no previous item" });
    return this.before ?? null;
  }

  get next(): Value {
    return orElse(this.peek(), () => this.sandbox.undefined({ hint: "there is no next item" }));
  }

  private peek(): Value | undefined {
    this.after = orElse(this.after, () => this.source.next());
    return this.after;
  }

  /** A generator does not know how much it will give, so the rest of it is read now. */
  private countRest(): number {
    const rest = drain(this.source, this.sandbox.budget);
    this.source = new ListCursor(rest);
    return rest.length + this.index0 + 1 + (this.after === undefined ? 0 : 1);
  }
}

const attributes: Readonly<Record<string, (loop: LoopContext) => Value>> = {
  index: (loop) => loop.position + 1,
  index0: (loop) => loop.position,
  revindex: (loop) => loop.length - loop.position,
  revindex0: (loop) => loop.length - loop.position - 1,
  first: (loop) => loop.position === 0,
  last: (loop) => loop.isLast,
  length: (loop) => loop.length,
  depth: () => 1,
  depth0: () => 0,
  previtem: (loop) => loop.previous,
  nextitem: (loop) => loop.next,
};
