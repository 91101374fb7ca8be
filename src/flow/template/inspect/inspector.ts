import { type AnyNode, childrenOf, partsOf } from "../syntax/children.ts";
import type { AttributeNode, CallNode, ConditionalNode, Expression } from "../syntax/expression.ts";
import type { ForNode, IfNode, Statement } from "../syntax/statement.ts";
import { type Names, namesIfFalse, namesIfTrue, union } from "./guards.ts";
import { LineStarts } from "./line-starts.ts";
import { failingFilters, nullsOf, type NullSource, printedNulls } from "./null-flow.ts";
import type { AttributeUse, NamedSpot, NullUse, TemplateFacts } from "./template-facts.ts";

/** Walks over a template once and writes down what it sees. */
export class Inspector implements TemplateFacts {
  readonly calls: NamedSpot[] = [];
  readonly multiplications: NamedSpot[] = [];
  readonly attributes: AttributeUse[] = [];
  readonly names: NamedSpot[] = [];
  readonly filters: NamedSpot[] = [];
  readonly references: NamedSpot[] = [];
  readonly nullUses: NullUse[] = [];
  private readonly source: string;
  private readonly lines: LineStarts;
  /** Names that the template gives a value somewhere; what they hold is not followed. */
  private readonly assigned: ReadonlySet<string>;

  constructor(source: string, statements: readonly Statement[]) {
    this.source = source;
    this.lines = new LineStarts(source);
    this.assigned = assignedIn(statements);
  }

  statements(nodes: readonly Statement[], guards: Names): void {
    for (const node of nodes) this.statement(node, guards);
  }

  private statement(node: Statement, guards: Names): void {
    if (node.kind === "output") {
      for (const part of node.parts) {
        if (part.kind === "data") continue;
        this.expression(part, guards);
        this.nullUse("print", printedNulls(part, guards));
      }
    } else if (node.kind === "if") this.conditional(node, guards);
    else if (node.kind === "for") this.loop(node, guards);
    else this.other(node, guards);
  }

  private conditional({ branches, otherwise }: IfNode, guards: Names): void {
    let known = guards;
    for (const { test, body } of branches) {
      this.expression(test, known);
      this.statements(body, union(known, namesIfTrue(test)));
      known = union(known, namesIfFalse(test));
    }
    this.statements(otherwise, known);
  }

  private loop({ items, test, body, otherwise }: ForNode, guards: Names): void {
    this.expression(items, guards);
    this.nullUse("fail", nullsOf(items, guards));
    let known = union(guards, namesIfTrue(items));
    if (test !== undefined) {
      this.expression(test, known);
      known = union(known, namesIfTrue(test));
    }
    this.statements(body, known);
    this.statements(otherwise, guards);
  }

  private other(node: Exclude<Statement, IfNode | ForNode>, guards: Names): void {
    if ("template" in node) {
      this.references.push(this.spot(node.kind, node.at));
      this.expression(node.template, guards);
      return;
    }
    for (const child of childrenOf(node)) {
      if (isStatement(child)) this.statement(child, guards);
      else if (isExpression(child)) this.expression(child, guards);
    }
  }

  private expression(node: Expression, guards: Names): void {
    const { kind } = node;
    this.operands(node, guards);
    if (kind === "call") this.call(node, guards);
    else if (kind === "condexpr") this.choice(node, guards);
    else if (kind === "and" || kind === "or") {
      const known = kind === "and" ? namesIfTrue(node.left) : namesIfFalse(node.left);
      this.expression(node.left, guards);
      this.expression(node.right, union(guards, known));
    } else {
      for (const part of partsOf(node)) this.expression(part, guards);
      this.note(node);
    }
  }

  private choice({ test, value, otherwise }: ConditionalNode, guards: Names): void {
    this.expression(test, guards);
    this.expression(value, union(guards, namesIfTrue(test)));
    if (otherwise !== undefined) this.expression(otherwise, union(guards, namesIfFalse(test)));
  }

  private note(node: Expression): void {
    const { kind, at } = node;
    if (kind === "name" && !this.assigned.has(node.name)) this.names.push(this.spot(node.name, at));
    else if (kind === "getattr") this.attribute(node);
    else if (kind === "filter") this.filters.push(this.spot(node.name, at));
    else if (kind === "multiplication") this.multiplications.push(this.spot("*", at));
  }

  private call(node: CallNode, guards: Names): void {
    const { callee, at } = node;
    if (callee.kind === "name") this.calls.push(this.spot(callee.name, callee.at));
    else if (callee.kind === "getattr") {
      this.calls.push(this.dotted(callee));
      this.expression(callee.object, guards);
    } else {
      this.calls.push(this.spot("(", at));
      this.expression(callee, guards);
    }
    for (const part of partsOf(node)) if (part !== callee) this.expression(part, guards);
  }

  private attribute(node: AttributeNode): void {
    const { object } = node;
    const isVariable = object.kind === "name" && !this.assigned.has(object.name);
    this.attributes.push({ ...this.dotted(node), variable: isVariable ? object.name : undefined });
  }

  /** Where null does not print but fails, or prints although it is not what is printed. */
  private operands(node: Expression, guards: Names): void {
    if (node.kind === "filter") {
      const isStrict = node.input !== undefined && failingFilters.has(node.name);
      if (isStrict) this.nullUse("fail", nullsOf(node.input, guards));
    } else if (node.kind === "concat") {
      for (const part of node.operands) this.nullUse("print", printedNulls(part, guards));
    } else if (node.kind === "arithmetic") {
      for (const part of [node.left, node.right]) this.nullUse("fail", nullsOf(part, guards));
    } else if (node.kind === "compare") {
      for (const { operator, operand } of node.rest) {
        const isIn = operator === "in" || operator === "not in";
        if (isIn) this.nullUse("fail", nullsOf(operand, guards));
      }
    } else if (node.kind === "getattr" || node.kind === "getitem") {
      // Of null there is no attribute, which is nothing yet; but of that nothing there is none at all.
      const { object } = node;
      const isDeep = object.kind === "getattr" || object.kind === "getitem";
      if (isDeep) this.nullUse("fail", nullsOf(object.object, guards));
    }
  }

  private nullUse(effect: NullUse["effect"], sources: readonly NullSource[]): void {
    for (const { node, guards } of sources) {
      if (this.assigned.has(node.name) || guards.has(node.name)) continue;
      this.nullUses.push({ ...this.spot(node.name, node.at), effect, guards });
    }
  }

  /** The name behind a dot, which may stand on the next line. */
  private dotted({ name, at }: AttributeNode): NamedSpot {
    return this.spot(name, Math.max(this.source.indexOf(name, at), at));
  }

  private spot(name: string, at: number): NamedSpot {
    return { name, position: this.lines.positionOf(at), length: name.length };
  }
}

/** Every name that stands left of an assignment, or that a macro or an import makes. */
function assignedIn(nodes: readonly AnyNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: AnyNode): void => {
    if (node.kind === "target" || node.kind === "macro" || node.kind === "import") {
      names.add(node.name);
    }
    if (node.kind === "for") names.add("loop");
    if (node.kind === "from") for (const { alias } of node.names) names.add(alias);
    childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

const statementKinds: ReadonlySet<string> = new Set([
  "autoescape",
  "block",
  "call-block",
  "extends",
  "filter-block",
  "for",
  "from",
  "if",
  "import",
  "include",
  "macro",
  "output",
  "set",
  "set-block",
  "with",
]);
const leafKinds: ReadonlySet<string> = new Set([
  "data",
  "namespace-target",
  "target",
  "tuple-target",
]);

function isStatement(node: AnyNode): node is Statement {
  return statementKinds.has(node.kind);
}

function isExpression(node: AnyNode): node is Expression {
  return !isStatement(node) && !leafKinds.has(node.kind);
}
