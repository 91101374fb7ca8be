import { normalizeSource } from "../lexer/normalize-source.ts";
import { SourceError } from "../lexer/source-error.ts";
import { Budget } from "../runtime/budget.ts";
import { superOf, TemplateReference } from "../runtime/natives/template-reference.ts";
import { type Escaping, type Frame, outermostFrame } from "../scope/frame.ts";
import { findMentions } from "../scope/mentions.ts";
import { type Slot, SlotTable } from "../scope/symbols.ts";
import { visitAll } from "../scope/visit-symbols.ts";
import { type AnyNode, childrenOf } from "../syntax/children.ts";
import { parseSource } from "../syntax/parse-source.ts";
import type { BlockNode, Statement } from "../syntax/statement.ts";
import type { TemplateLimits } from "../template-limits.ts";
import type { Unit } from "../unit.ts";
import { compileExpression } from "./compile-expression.ts";
import { compileStatement } from "./compile-statement.ts";
import { Compiler, type Vocabulary } from "./compiler.ts";
import { needsConstants } from "./constants.ts";
import { compileEnter } from "./enter-frame.ts";
import { findReferences } from "./references.ts";
import type { Body, Execute, Host, Program } from "./run.ts";

/** A template as it is written. */
export interface TemplateSource {
  readonly name: string | undefined;
  readonly text: string;
}

/** What reading a template needs. */
export interface CompileOptions {
  readonly vocabulary: Vocabulary;
  readonly limits: TemplateLimits;
  /** For what is computed before the template runs. */
  createHost(unit: Unit, budget: Budget): Host;
}

/** Reads and checks a template. */
export function compileTemplate({ name, text }: TemplateSource, options: CompileOptions): Program {
  const unit: Unit = { name, source: normalizeSource(text) };
  try {
    return compileUnit(parseSource(text, options.limits), unit, options);
  } catch (error) {
    if (error instanceof SourceError) error.unit ??= unit;
    throw error;
  }
}

function compileUnit(
  statements: readonly Statement[],
  unit: Unit,
  options: CompileOptions,
): Program {
  const budget = new Budget(options.limits);
  const compiler = new Compiler({
    ...unit,
    vocabulary: options.vocabulary,
    translation: { expression: compileExpression, statement: compileStatement },
    budget,
    constantHost: options.createHost(unit, budget),
    computesConstants: statements.some(needsConstants),
  });
  const found = findBlocks(statements, compiler);
  const escaping: Escaping = { on: false, dynamic: false };
  const place: BodyPlace = { unit, compiler, escaping };
  const root = compileRoot(statements, place);
  const blocks = [...found].map(([name, node]) => [name, compileBlockBody(node, place)] as const);
  return {
    unit,
    root,
    blocks: new Map(blocks),
    undeclared: [...compiler.undeclared].toSorted(),
    references: findReferences(statements),
    refusal: compiler.refusal,
  };
}

interface BodyPlace {
  readonly unit: Unit;
  readonly compiler: Compiler;
  readonly escaping: Escaping;
}

function findBlocks(nodes: readonly AnyNode[], compiler: Compiler): ReadonlyMap<string, BlockNode> {
  const blocks = new Map<string, BlockNode>();
  const visit = (node: AnyNode): void => {
    compiler.budget.charge(1);
    if (node.kind === "block") {
      if (blocks.has(node.name)) compiler.fail(`block '${node.name}' defined twice`, node.at);
      blocks.set(node.name, node);
    }
    childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return blocks;
}

function compileRoot(statements: readonly Statement[], place: BodyPlace): Body {
  const { unit, compiler, escaping } = place;
  const table = new SlotTable(compiler.budget);
  const hidesOutput = hasExtends(statements);
  const frame = outermostFrame(table, escaping, { isTop: true, isRoot: true, hidesOutput });
  const self = declareIfUsed("self", statements, { frame, compiler });
  visitAll(statements, frame.symbols);
  const enter = compileEnter(frame, compiler);
  const body = compiler.statements(statements, frame);
  const execute: Execute = (run) => {
    if (self !== undefined) run.slots[self] = new TemplateReference(run.context);
    enter(run);
    body(run);
    if (run.parent !== undefined) run.host.execute(run.parent.root, run.context, run.out);
  };
  return { unit, slots: table.size, execute };
}

/** A block does not see what is set around it, unless it is shown as a scoped one. */
function compileBlockBody(node: BlockNode, { unit, compiler, escaping }: BodyPlace): Body {
  const table = new SlotTable(compiler.budget);
  const frame = outermostFrame(table, escaping);
  const self = declareIfUsed("self", node.body, { frame, compiler });
  const parent = declareIfUsed("super", node.body, { frame, compiler });
  visitAll(node.body, frame.symbols);
  const enter = compileEnter(frame, compiler);
  const statements = compiler.statements(node.body, frame);
  const body: Body = {
    unit,
    slots: table.size,
    execute(run) {
      if (self !== undefined) run.slots[self] = new TemplateReference(run.context);
      if (parent !== undefined) run.slots[parent] = superOf(node.name, body, run);
      enter(run);
      statements(run);
    },
  };
  return body;
}

interface Naming {
  readonly frame: Frame;
  readonly compiler: Compiler;
}

function declareIfUsed(
  name: string,
  nodes: readonly Statement[],
  { frame, compiler }: Naming,
): Slot | undefined {
  const used = findMentions(nodes, [name], compiler.budget).has(name);
  return used ? frame.symbols.declareParameter(name) : undefined;
}

function hasExtends(nodes: readonly AnyNode[]): boolean {
  return nodes.some((node) => node.kind === "extends" || hasExtends(childrenOf(node)));
}
