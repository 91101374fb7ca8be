import type { Context, Output } from "../../program/run.ts";
import { NativeObject, type Value } from "../../values/value.ts";

/** An imported template: what it exports, and, when printed, what it shows. */
export class TemplateModule extends NativeObject {
  readonly typeName = "TemplateModule";
  readonly repr: string;
  /** The name of the template. */
  readonly name: string | undefined;
  readonly body: Output;
  private readonly exports: ReadonlyMap<string, Value>;

  constructor(name: string | undefined, context: Context, body: Output) {
    super();
    this.name = name;
    this.repr = `<TemplateModule ${name === undefined ? "memory:0" : `'${name}'`}>`;
    this.body = body;
    this.exports = new Map(
      [...context.exported].map((exported) => [exported, context.vars.get(exported) ?? null]),
    );
  }

  override get text(): string {
    return this.body.text;
  }

  override get html(): string {
    return this.body.text;
  }

  override attribute(name: string): Value | undefined {
    return this.exports.get(name);
  }
}
