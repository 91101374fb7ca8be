import type { ArithmeticOperator } from "../values/arithmetic.ts";
import type { OrderOperator } from "../values/order.ts";
import type { Value } from "../values/value.ts";

/** An expression of a template. `at` is where it begins, in UTF-16 units of the source. */
export type Expression =
  | ConstantNode
  | NameNode
  | AttributeNode
  | ItemNode
  | SliceNode
  | CallNode
  | FilterNode
  | TestNode
  | TupleNode
  | ListNode
  | DictNode
  | ConditionalNode
  | ArithmeticNode
  | MultiplicationNode
  | SignNode
  | NotNode
  | LogicNode
  | CompareNode
  | ConcatNode;

interface NodeBase {
  readonly at: number;
}

/** A number, a string, `true`, `false` or `none`. */
export interface ConstantNode extends NodeBase {
  readonly kind: "const";
  readonly value: Value;
}

/** A name that is read. */
export interface NameNode extends NodeBase {
  readonly kind: "name";
  readonly name: string;
}

/** `object.name`. */
export interface AttributeNode extends NodeBase {
  readonly kind: "getattr";
  readonly object: Expression;
  readonly name: string;
}

/** `object[key]`. */
export interface ItemNode extends NodeBase {
  readonly kind: "getitem";
  readonly object: Expression;
  readonly key: Expression;
}

/** `start:stop:step` between brackets. */
export interface SliceNode extends NodeBase {
  readonly kind: "slice";
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
  readonly step: Expression | undefined;
}

/** `name=value` between parentheses. */
export interface KeywordArgument {
  readonly name: string;
  readonly value: Expression;
}

/** What stands between the parentheses of a call, a filter or a test. */
export interface Arguments {
  readonly positional: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
  /** Behind `*`. */
  readonly rest: Expression | undefined;
  /** Behind `**`. */
  readonly keywordRest: Expression | undefined;
}

/** `callee(…)`. */
export interface CallNode extends NodeBase {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: Arguments;
}

/** `input|name(…)`. */
export interface FilterNode extends NodeBase {
  readonly kind: "filter";
  /** Absent for the first filter of a `filter` or `set` block, which works on the block's text. */
  readonly input: Expression | undefined;
  readonly name: string;
  readonly args: Arguments;
}

/** `input is name(…)`. */
export interface TestNode extends NodeBase {
  readonly kind: "test";
  readonly input: Expression;
  readonly name: string;
  readonly args: Arguments;
}

/** `(a, b)`. */
export interface TupleNode extends NodeBase {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

/** `[a, b]`. */
export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly items: readonly Expression[];
}

/** `{a: b}`. */
export interface DictNode extends NodeBase {
  readonly kind: "dict";
  readonly pairs: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `a if test else b`. */
export interface ConditionalNode extends NodeBase {
  readonly kind: "condexpr";
  readonly test: Expression;
  readonly value: Expression;
  readonly otherwise: Expression | undefined;
}

/** `a + b` and the like. */
export interface ArithmeticNode extends NodeBase {
  readonly kind: "arithmetic";
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `*` and `**`, which the service refuses whatever stands left and right of them. */
export interface MultiplicationNode extends NodeBase {
  readonly kind: "multiplication";
  readonly left: Expression;
  readonly right: Expression;
}

/** `-a` and `+a`. */
export interface SignNode extends NodeBase {
  readonly kind: "sign";
  readonly sign: "+" | "-";
  readonly operand: Expression;
}

/** `not a`. */
export interface NotNode extends NodeBase {
  readonly kind: "not";
  readonly operand: Expression;
}

/** `a and b`, `a or b`. */
export interface LogicNode extends NodeBase {
  readonly kind: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

/** The operators that can stand in a row: `1 < x <= 2`. */
export type CompareOperator = OrderOperator | "==" | "!=" | "in" | "not in";

/** `a < b <= c`. */
export interface CompareNode extends NodeBase {
  readonly kind: "compare";
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
}

/** `a ~ b`. */
export interface ConcatNode extends NodeBase {
  readonly kind: "concat";
  readonly operands: readonly Expression[];
}
