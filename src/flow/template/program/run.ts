import type { SourceError } from "../lexer/source-error.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import type { Unit } from "../unit.ts";
import { orElse } from "../values/or-else.ts";
import type { Sandbox } from "../values/sandbox.ts";
import type { NativeObject, Value } from "../values/value.ts";

/** Computes the value of an expression. */
export type Evaluate = (run: Run) => Value;
/** Does what a statement says. */
export type Execute = (run: Run) => void;

/** The statements of a template or of one of its blocks. */
export interface Body {
  readonly unit: Unit;
  readonly slots: number;
  readonly execute: Execute;
}

/** A template that has been read and checked, ready to run any number of times. */
export interface Program {
  readonly unit: Unit;
  readonly root: Body;
  readonly blocks: ReadonlyMap<string, Body>;
  /** The names that are looked up among the variables, sorted. */
  readonly undeclared: readonly string[];
  /** The templates that are named by constants in `include`, `extends` and `import`. */
  readonly references: readonly string[];
  /** Why Python would not run it, although Jinja2 accepts it. */
  readonly refusal: SourceError | undefined;
}

/** One execution of a body. */
export interface Run {
  readonly host: Host;
  readonly context: Context;
  readonly unit: Unit;
  readonly slots: (Value | undefined)[];
  /** Where the output goes; a tag that keeps its body's text puts another one here meanwhile. */
  out: Output;
  /** Where the output of the whole body goes. */
  readonly mainOut: Output;
  /** The template that this one extends, once an `extends` was executed. */
  parent: Program | undefined;
}

/** What a running template needs from around it. */
export interface Host extends Sandbox {
  /** Where the work has come to, for the place of an error. */
  at: number;
  unit: Unit;
  /** Changes what expressions with values print. */
  readonly printed: ((text: string) => string) | undefined;
  load(name: Value): Program;
  loadFirst(names: Value): Program;
  filter(request: CallableRequest): Value;
  test(request: CallableRequest): boolean;
  /** An imported template without variables, which is executed once however often it is imported. */
  module(program: Program): NativeObject & { readonly body: Output };
  execute(body: Body, context: Context, out: Output): void;
}

/** A filter or test to apply by name. */
export interface CallableRequest {
  readonly name: string;
  readonly input: Value;
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly context: Context;
}

/** The variables that a template sees, those of the nearest scope first. */
export class Variables {
  private readonly names: ReadonlyMap<string, Value>;
  private readonly outer: Variables | undefined;

  constructor(names: ReadonlyMap<string, Value>, outer?: Variables) {
    this.names = names;
    this.outer = outer;
  }

  find(name: string): Value | undefined {
    return orElse(this.names.get(name), () => this.outer?.find(name));
  }
}

/** What a context is made of. */
export interface ContextParts {
  readonly name: string | undefined;
  readonly blocks: ReadonlyMap<string, readonly Body[]>;
  /** Whether what is printed is escaped for HTML. */
  readonly escaping: { on: boolean };
  readonly outer: Variables;
}

/** What a template and the templates it extends have in common while they run. */
export class Context {
  /** What was set outside of loops and blocks. */
  readonly vars: Map<string, Value> = new Map<string, Value>();
  /** Those of them that an importer may have. */
  readonly exported: Set<string> = new Set<string>();
  /** By name the block of the template that runs, then those of the templates it extends. */
  readonly blocks: Map<string, Body[]>;
  /** The name of the template, for `self`. */
  readonly name: string | undefined;
  readonly escaping: { on: boolean };
  private readonly outer: Variables;

  constructor({ name, blocks, escaping, outer }: ContextParts) {
    this.name = name;
    this.blocks = new Map([...blocks].map(([block, bodies]) => [block, [...bodies]]));
    this.escaping = escaping;
    this.outer = outer;
  }

  resolve(name: string): Value | undefined {
    return orElse(this.vars.get(name), () => this.outer.find(name));
  }

  /** Everything that can be seen here, with these names before all others. */
  withLocals(locals: ReadonlyMap<string, Value>): Variables {
    return new Variables(locals, new Variables(this.vars, this.outer));
  }

  /** The context of a block that sees the names around it. */
  derived(locals: ReadonlyMap<string, Value>): Context {
    const { name, blocks, escaping } = this;
    return new Context({ name, blocks, escaping, outer: this.withLocals(locals) });
  }
}

/** The context in which a template begins. */
export function contextOf({ unit, blocks }: Program, outer: Variables): Context {
  const own = new Map([...blocks].map(([block, body]) => [block, [body]]));
  return new Context({ name: unit.name, blocks: own, escaping: { on: false }, outer });
}

/** Text that is being written. */
export class Output {
  private readonly budget: Budget;
  private length = 0;
  private misfit: string | undefined;
  private readonly parts: string[] = [];

  constructor(budget: Budget) {
    this.budget = budget;
  }

  write(text: string): void {
    if (text === "") return;
    this.length += text.length;
    this.budget.produce(text.length);
    this.budget.checkLength(this.length);
    this.parts.push(text);
  }

  /** Jinja2 only notices when it puts the text together that something in it is no text. */
  spoil(typeName: string): void {
    this.misfit ??= typeName;
  }

  /** Lets something be written that Jinja2 puts together before it goes on. */
  together(write: () => void): void {
    const before = this.misfit;
    this.misfit = undefined;
    write();
    this.check();
    this.misfit = before;
  }

  /** Writes what another output holds, without putting it together. */
  append(other: Output): void {
    this.misfit ??= other.misfit;
    this.write(other.parts.join(""));
  }

  get text(): string {
    this.check();
    return this.parts.join("");
  }

  private check(): void {
    if (this.misfit === undefined) return;
    raise("TypeError", `sequence item: expected str instance, ${this.misfit} found`);
  }
}
