import type { Body, Context, Run } from "../../program/run.ts";
import { raise } from "../../python-exception.ts";
import { keyOf } from "../../values/dict.ts";
import { isText, plain } from "../../values/kinds.ts";
import { type Cursor, NativeObject, Undefined, type Value } from "../../values/value.ts";

/** `self` in a template: its blocks by name. */
export class TemplateReference extends NativeObject {
  readonly typeName = "TemplateReference";
  readonly repr: string;
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
    this.repr = `<TemplateReference ${context.name === undefined ? "None" : `'${context.name}'`}>`;
  }

  override item(key: Value): Value | undefined {
    keyOf(key);
    const bodies = isText(key) ? this.context.blocks.get(plain(key)) : undefined;
    return bodies === undefined || !isText(key)
      ? undefined
      : new BlockReference(plain(key), bodies, 0);
  }

  /** Python takes whatever has items for a sequence, and then finds that there is no item 0. */
  override get cursor(): Cursor {
    return { next: () => raise("KeyError", "0") };
  }
}

/** A block as a value: `self.name` or `super`. It can only be called, and so not be used. */
class BlockReference extends NativeObject {
  readonly typeName = "BlockReference";
  readonly repr = "<jinja2.runtime.BlockReference object at 0x0>";
  override readonly callable = true;
  private readonly name: string;
  private readonly bodies: readonly Body[];
  private readonly depth: number;

  constructor(name: string, bodies: readonly Body[], depth: number) {
    super();
    this.name = name;
    this.bodies = bodies;
    this.depth = depth;
  }

  override attribute(name: string): Value | undefined {
    if (name === "name") return this.name;
    if (name !== "super") return undefined;
    if (this.depth + 1 < this.bodies.length) {
      return new BlockReference(this.name, this.bodies, this.depth + 1);
    }
    return new Undefined({ hint: noParent(this.name), name: "super" });
  }
}

/** `super` in a block. */
export function superOf(name: string, body: Body, { context, host }: Run): Value {
  const bodies = context.blocks.get(name) ?? [];
  const depth = bodies.indexOf(body) + 1;
  if (depth > 0 && depth < bodies.length) return new BlockReference(name, bodies, depth);
  return host.undefined({ hint: noParent(name), name: "super" });
}

function noParent(name: string): string {
  return `there is no parent block called '${name}'.`;
}
