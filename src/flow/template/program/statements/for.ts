import { LoopContext } from "../../runtime/natives/loop-context.ts";
import { type Frame, innerFrame } from "../../scope/frame.ts";
import { findMentions, findStore } from "../../scope/mentions.ts";
import type { Slot } from "../../scope/symbols.ts";
import { declareTarget, visitAll, visitSymbols } from "../../scope/visit-symbols.ts";
import { type AnyNode, childrenOf } from "../../syntax/children.ts";
import type { ForNode } from "../../syntax/statement.ts";
import { cursorOf } from "../../values/cursor.ts";
import { truthOf } from "../../values/truth.ts";
import { type Cursor, Generator, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import { mark } from "../mark.ts";
import type { Execute, Run } from "../run.ts";
import { compileRepack, compileTarget } from "../target.ts";

/** Python's own compiler takes no more loops inside each other. */
const maxLoops = 20;

/** `for`, whose body and `else` are scopes of their own, and each round of the body once more. */
export function compileFor(node: ForNode, frame: Frame, compiler: Compiler): Execute {
  const loops = frame.loops + 1;
  if (loops > maxLoops) compiler.refuse("too many statically nested blocks", node.at);
  const bodyFrame = innerFrame(frame, { loops });
  const loopSlot = usesLoop(node, compiler)
    ? bodyFrame.symbols.declareParameter("loop")
    : undefined;
  declareTarget(node.target, bodyFrame.symbols);
  visitAll(node.body, bodyFrame.symbols);
  const otherwiseFrame = innerFrame(frame);
  visitAll(node.otherwise, otherwiseFrame.symbols);
  const select = compileSelection(node, frame, compiler);
  refuseLoopTarget(node, compiler);
  const assign = compileTarget(node.target, bodyFrame);
  const first = node.recursive ? undefined : compiler.expression(node.items, frame);
  const enter = compileEnter(bodyFrame, compiler);
  const body = compiler.statements(node.body, bodyFrame);
  const otherwise = compileOtherwise(node, otherwiseFrame, compiler);
  // Jinja2 comes to mistakes in a recursive loop's body before those in what it goes through.
  const items = first ?? compiler.expression(node.items, frame);
  const round = (run: Run, item: Value): void => {
    run.host.budget.charge(1);
    mark(run, node.at);
    assign(run, item);
    enter(run);
    body(run);
  };
  if (node.recursive && [...node.body, ...node.otherwise].some(showsAtOnce)) {
    return (run) => {
      items(run);
      run.out.spoil("generator");
    };
  }
  const runAll = (run: Run, found: Value): void => {
    const selected = select === undefined ? found : select(run, found);
    const any =
      loopSlot === undefined
        ? runRounds(cursorOf(selected, run.host.budget), run, round)
        : runLoop(new LoopContext(selected, run.host), { run, slot: loopSlot, round });
    if (!any) otherwise(run);
  };
  return (run) => {
    const found = items(run);
    mark(run, node.at);
    if (node.recursive) run.out.together(() => runAll(run, found));
    else runAll(run, found);
  };
}

type Round = (run: Run, item: Value) => void;

function runRounds(cursor: Cursor, run: Run, round: Round): boolean {
  let any = false;
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    any = true;
    round(run, item);
  }
  return any;
}

interface LoopRun {
  readonly run: Run;
  readonly slot: Slot;
  readonly round: Round;
}

function runLoop(loop: LoopContext, { run, slot, round }: LoopRun): boolean {
  let any = false;
  for (let item = loop.advance(); item !== undefined; item = loop.advance()) {
    any = true;
    run.slots[slot] = loop;
    round(run, item);
  }
  return any;
}

/** The `else` of a loop, which runs when there was nothing to go through. */
function compileOtherwise(node: ForNode, frame: Frame, compiler: Compiler): Execute {
  if (node.otherwise.length === 0) return () => undefined;
  const enter = compileEnter(frame, compiler);
  const body = compiler.statements(node.otherwise, frame);
  return (run) => {
    enter(run);
    body(run);
  };
}

/** The `if` of a loop, which drops items before the loop counts them. */
function compileSelection(
  node: ForNode,
  outer: Frame,
  compiler: Compiler,
): ((run: Run, items: Value) => Value) | undefined {
  if (node.test === undefined) return undefined;
  const frame = innerFrame(outer);
  declareTarget(node.target, frame.symbols);
  visitSymbols(node.test, frame.symbols);
  const enter = compileEnter(frame, compiler);
  const assign = compileTarget(node.target, frame);
  const test = compiler.expression(node.test, frame);
  const repack = compileRepack(node.target, frame);
  return (run, items) => {
    const cursor = cursorOf(items, run.host.budget);
    enter(run);
    return new Generator("generator", "<generator object at 0x0>", {
      next() {
        for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
          assign(run, item);
          if (truthOf(test(run))) return repack(run);
        }
        return undefined;
      },
    });
  };
}

/** An include without context makes Python take the function of a recursive loop for a generator. */
function showsAtOnce(node: AnyNode): boolean {
  if (node.kind === "include") return !node.withContext;
  const apart = ["block", "macro", "call-block"].includes(node.kind);
  if (apart || (node.kind === "for" && node.recursive)) return false;
  return childrenOf(node).some(showsAtOnce);
}

function usesLoop(node: ForNode, { budget }: Compiler): boolean {
  if (node.recursive || findMentions(node.body, ["loop"], budget).has("loop")) return true;
  const hasScopedBlock = (inner: AnyNode): boolean => {
    budget.charge(1);
    return (inner.kind === "block" && inner.scoped) || childrenOf(inner).some(hasScopedBlock);
  };
  return hasScopedBlock(node);
}

function refuseLoopTarget(node: ForNode, compiler: Compiler): void {
  const at = findStore(node, "loop", compiler.budget);
  if (at === undefined) return;
  compiler.fail("Can't assign to special loop variable in for-loop target", at);
}
