import type { CallHost } from "../callable/callable.ts";
import {
  type Body,
  type CallableRequest,
  type Context,
  contextOf,
  type Host,
  Output,
  type Program,
  Variables,
} from "../program/run.ts";
import { LimitReached } from "../python-exception.ts";
import type { Unit } from "../unit.ts";
import { Undefined, type UndefinedOrigin, type Value } from "../values/value.ts";
import type { TemplateVocabulary } from "../vocabulary.ts";
import type { Budget } from "./budget.ts";
import { callFilter, callTest } from "./call-by-name.ts";
import { loadFirst, loadOne, type ProgramLoader } from "./load-program.ts";
import { globalValues } from "./natives/global-object.ts";
import { TemplateModule } from "./natives/template-module.ts";

/** What a runtime is made of. */
export interface RuntimeParts {
  readonly budget: Budget;
  readonly vocabulary: TemplateVocabulary;
  /** Undefined where nothing can be included. */
  readonly loader: ProgramLoader | undefined;
  /** Undefined names are written out again when they are printed. */
  readonly debugUndefined: boolean;
  /** Changes what expressions with values print. */
  readonly printed?: ((text: string) => string) | undefined;
  readonly unit: Unit;
}

/** Everything around one rendering. */
export class Runtime implements Host, CallHost {
  readonly budget: Budget;
  readonly printed: ((text: string) => string) | undefined;
  at = 0;
  unit: Unit;
  private readonly vocabulary: TemplateVocabulary;
  private readonly loader: ProgramLoader | undefined;
  private readonly debugUndefined: boolean;
  private readonly modules = new Map<Program, TemplateModule>();
  private depth = 0;

  constructor({ budget, vocabulary, loader, debugUndefined, printed, unit }: RuntimeParts) {
    this.budget = budget;
    this.vocabulary = vocabulary;
    this.loader = loader;
    this.debugUndefined = debugUndefined;
    this.printed = printed;
    this.unit = unit;
  }

  undefined(origin: UndefinedOrigin): Undefined {
    return new Undefined(this.debugUndefined ? { ...origin, debug: true } : origin);
  }

  hasFilter(name: string): boolean {
    return this.vocabulary.hasFilter(name);
  }

  hasTest(name: string): boolean {
    return this.vocabulary.hasTest(name);
  }

  filter(request: CallableRequest): Value {
    return callFilter(request, this, this.vocabulary);
  }

  test(request: CallableRequest): boolean {
    return callTest(request, this, this.vocabulary);
  }

  load(name: Value): Program {
    return loadOne(name, this.loader, this.budget);
  }

  loadFirst(names: Value): Program {
    return loadFirst(names, this.loader, this.budget);
  }

  module(program: Program): TemplateModule {
    const known = this.modules.get(program);
    if (known !== undefined) return known;
    const context = contextOf(program, new Variables(globalValues));
    const out = new Output(this.budget);
    this.execute(program.root, context, out);
    const module = new TemplateModule(program.unit.name, context, out);
    this.modules.set(program, module);
    return module;
  }

  execute(body: Body, context: Context, out: Output): void {
    const { maxIncludes } = this.budget.limits;
    this.depth += 1;
    if (this.depth > maxIncludes) {
      const message = `templates include each other more than ${maxIncludes} deep`;
      throw new LimitReached("maxIncludes", message);
    }
    this.budget.charge(1 + body.slots);
    const slots = Array.from<Value | undefined>({ length: body.slots });
    body.execute({
      host: this,
      context,
      unit: body.unit,
      slots,
      out,
      mainOut: out,
      parent: undefined,
    });
    this.depth -= 1;
  }
}
