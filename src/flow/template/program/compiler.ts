import { SourceError } from "../lexer/source-error.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import type { Frame } from "../scope/frame.ts";
import type { Expression } from "../syntax/expression.ts";
import type { Statement } from "../syntax/statement.ts";
import { lineAt } from "../text/line-at.ts";
import type { Value } from "../values/value.ts";
import { computeConstant, constantFrame, isWritable, unwritableFloat } from "./constants.ts";
import { isHidden } from "./hidden-mistake.ts";
import { refuseUnhashable } from "./refuse-unhashable.ts";
import type { Evaluate, Execute, Host } from "./run.ts";

/** The names that templates can use without being given them. */
export interface Vocabulary {
  hasFilter(name: string): boolean;
  hasTest(name: string): boolean;
  hasGlobal(name: string): boolean;
}

/** The functions that turn nodes into steps; handed in, because they need the compiler themselves. */
export interface Translation {
  expression(node: Expression, frame: Frame, compiler: Compiler): Evaluate;
  statement(node: Statement, frame: Frame, compiler: Compiler): Execute;
}

/** What a compiler is made of. */
export interface CompilerParts {
  readonly name: string | undefined;
  readonly source: string;
  readonly vocabulary: Vocabulary;
  readonly translation: Translation;
  readonly budget: Budget;
  /** For what is computed before the template runs. */
  readonly constantHost: Host;
  /** Whether it can be seen that Jinja2 computes constants beforehand. */
  readonly computesConstants: boolean;
}

/**
 * Turns the nodes of one template into steps: JavaScript functions that hold each other, so that
 * running a template never makes code from text. It knows what Jinja2's compiler knows while it
 * works through a template, because mistakes and the meaning of names depend on it.
 */
export class Compiler {
  readonly name: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly budget: Budget;
  readonly undeclared: Set<string> = new Set<string>();
  /** How many `extends` came before. */
  extendsSoFar = 0;
  /** One of them is certain to be executed: nothing outside of blocks is shown any more. */
  knownExtends = false;
  /** The rest of the statements at hand can never be reached. */
  unreachable = false;
  /** What Python refuses only after Jinja2 has accepted it. */
  private refused: SourceError | undefined;
  private readonly source: string;
  private readonly translation: Translation;
  private readonly constantHost: Host;
  private readonly computesConstants: boolean;
  private nodes = 0;

  constructor(parts: CompilerParts) {
    this.name = parts.name;
    this.source = parts.source;
    this.vocabulary = parts.vocabulary;
    this.translation = parts.translation;
    this.budget = parts.budget;
    this.constantHost = parts.constantHost;
    this.computesConstants = parts.computesConstants;
  }

  /** An expression that a statement evaluates. Its cost is the number of nodes in it. */
  expression(node: Expression, frame: Frame): Evaluate {
    const before = this.nodes;
    const evaluate = this.part(node, frame);
    const cost = this.nodes - before;
    return (run) => {
      run.host.budget.charge(cost);
      return evaluate(run);
    };
  }

  /** An expression inside of another one. */
  part(node: Expression, frame: Frame): Evaluate {
    this.nodes += 1;
    this.budget.charge(1);
    if (frame.isOptimized || frame.isConstant || literals.has(node.kind)) {
      return this.translate(node, frame);
    }
    if (!frame.escaping.dynamic) refuseUnhashable(node, frame, this);
    return this.translate(node, { ...frame, isOptimized: true });
  }

  /** What an expression gives whatever the variables are; undefined when it depends on them. */
  constant(node: Expression, { escaping }: Frame): Value | undefined {
    const frame = constantFrame(escaping, this.constantHost);
    try {
      const evaluate = this.translation.expression(node, frame, this);
      return computeConstant(evaluate, this.constantHost, escaping);
    } catch (error) {
      if (error instanceof SourceError) return undefined;
      throw error;
    }
  }

  /** What Jinja2 prints for an expression that it can compute beforehand. */
  printedConstant(node: Expression, frame: Frame): Value | undefined {
    const matters = this.computesConstants || frame.escaping.dynamic;
    return matters ? this.constant(node, frame) : undefined;
  }

  private translate(node: Expression, frame: Frame): Evaluate {
    const folds = !frame.isConstant && !frame.escaping.dynamic && !literals.has(node.kind);
    const folded = folds && this.computesConstants ? this.fold(node, frame) : undefined;
    if (folded !== undefined) return folded;
    try {
      return this.translation.expression(node, frame, this);
    } catch (error) {
      // What is computed beforehand hides it: `true or x|no_such_filter` is accepted.
      const hiding = folds && isHidden(error) ? this.fold(node, frame) : undefined;
      if (hiding === undefined) throw error;
      return hiding;
    }
  }

  /** An expression that Jinja2 computes beforehand, as it stands in the code that it makes. */
  private fold(node: Expression, frame: Frame): Evaluate | undefined {
    const folded = this.constant(node, frame);
    if (folded === undefined || !isWritable(folded)) return undefined;
    const name = unwritableFloat(folded);
    return name === undefined
      ? (): Value => folded
      : (): never => raise("NameError", `name '${name}' is not defined`);
  }

  statements(nodes: readonly Statement[], frame: Frame): Execute {
    const steps: Execute[] = [];
    for (const node of nodes) {
      this.budget.charge(1);
      steps.push(this.translation.statement(node, frame, this));
      if (this.unreachable) break;
    }
    this.unreachable = false;
    return sequence(steps);
  }

  /** A mistake that Jinja2 itself finds while it compiles. */
  fail(message: string, at: number): never {
    throw new SourceError("TemplateAssertionError", message, at);
  }

  /** Notes what only Python's compiler refuses; it does not matter for the names of a template. */
  refuse(message: string, at: number): void {
    this.refused ??= new SourceError("SyntaxError", message, at);
  }

  get refusal(): SourceError | undefined {
    return this.refused;
  }

  /** `line 3`, with the template's name where it has one. */
  describe(at: number): string {
    const line = `line ${lineAt(this.source, at)}`;
    return this.name === undefined ? line : `${line} in '${this.name}'`;
  }
}

/** What Jinja2 leaves as it is; everything else it tries to compute beforehand. */
const literals: ReadonlySet<Expression["kind"]> = new Set<Expression["kind"]>([
  "const",
  "dict",
  "list",
  "name",
  "slice",
  "tuple",
]);

/** Steps one after the other, each of which counts. */
function sequence(steps: readonly Execute[]): Execute {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) {
    return (run) => {
      run.host.budget.charge(1);
      only(run);
    };
  }
  return (run) => {
    for (const step of steps) {
      run.host.budget.charge(1);
      step(run);
    }
  };
}
