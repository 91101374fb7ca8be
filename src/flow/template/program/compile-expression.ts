import type { Frame } from "../scope/frame.ts";
import type { Expression } from "../syntax/expression.ts";
import type { Compiler } from "./compiler.ts";
import { compileCall } from "./expressions/call.ts";
import {
  compileConcat,
  compileDict,
  compileList,
  compileTuple,
} from "./expressions/collections.ts";
import { compileCompare } from "./expressions/compare.ts";
import { compileFilter, compileTest } from "./expressions/filter-and-test.ts";
import { compileConditional, compileLogic, compileNot } from "./expressions/logic.ts";
import { compileAttribute, compileItem, compileSlice } from "./expressions/lookup.ts";
import { compileConstant, compileName } from "./expressions/name.ts";
import { compileArithmetic, compileMultiplication, compileSign } from "./expressions/operators.ts";
import type { Evaluate } from "./run.ts";

/** The step that an expression becomes. */
export function compileExpression(node: Expression, frame: Frame, compiler: Compiler): Evaluate {
  switch (node.kind) {
    case "const":
      return compileConstant(node, frame);
    case "name":
      return compileName(node, frame);
    case "getattr":
      return compileAttribute(node, frame, compiler);
    case "getitem":
      return compileItem(node, frame, compiler);
    case "slice":
      return compileSlice(node, frame, compiler);
    case "call":
      return compileCall(node, frame, compiler);
    case "filter":
      return compileFilter(node, frame, compiler);
    case "test":
      return compileTest(node, frame, compiler);
    case "tuple":
      return compileTuple(node, frame, compiler);
    case "list":
      return compileList(node, frame, compiler);
    case "dict":
      return compileDict(node, frame, compiler);
    case "condexpr":
      return compileConditional(node, frame, compiler);
    case "arithmetic":
      return compileArithmetic(node, frame, compiler);
    case "multiplication":
      return compileMultiplication(node, frame, compiler);
    case "sign":
      return compileSign(node, frame, compiler);
    case "not":
      return compileNot(node, frame, compiler);
    case "and":
    case "or":
      return compileLogic(node, frame, compiler);
    case "compare":
      return compileCompare(node, frame, compiler);
    case "concat":
      return compileConcat(node, frame, compiler);
  }
  return neverReached(node);
}

/** Fails to compile when a kind of expression is missing above. */
function neverReached(node: never): never {
  return node;
}
