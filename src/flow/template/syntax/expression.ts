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

export interface ConstantNode extends NodeBase {
  readonly kind: "const";
  readonly value: Value;
}

export interface NameNode extends NodeBase {
  readonly kind: "name";
  readonly name: string;
}

export interface AttributeNode extends NodeBase {
  readonly kind: "getattr";
  readonly object: Expression;
  readonly name: string;
}

export interface ItemNode extends NodeBase {
  readonly kind: "getitem";
  readonly object: Expression;
  readonly key: Expression;
}

export interface SliceNode extends NodeBase {
  readonly kind: "slice";
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface KeywordArgument {
  readonly name: string;
  readonly value: Expression;
}

export interface Arguments {
  readonly positional: readonly Expression[];
  readonly keywords: readonly KeywordArgument[];
  /** Behind `*`. */
  readonly rest: Expression | undefined;
  /** Behind `**`. */
  readonly keywordRest: Expression | undefined;
}

export interface CallNode extends NodeBase {
  readonly kind: "call";
  readonly callee: Expression;
  readonly args: Arguments;
}

export interface FilterNode extends NodeBase {
  readonly kind: "filter";
  /** Absent for the first filter of a `filter` or `set` block, which works on the block's text. */
  readonly input: Expression | undefined;
  readonly name: string;
  readonly args: Arguments;
}

export interface TestNode extends NodeBase {
  readonly kind: "test";
  readonly input: Expression;
  readonly name: string;
  readonly args: Arguments;
}

export interface TupleNode extends NodeBase {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly items: readonly Expression[];
}

export interface DictNode extends NodeBase {
  readonly kind: "dict";
  readonly pairs: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface ConditionalNode extends NodeBase {
  readonly kind: "condexpr";
  readonly test: Expression;
  readonly value: Expression;
  readonly otherwise: Expression | undefined;
}

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

export interface SignNode extends NodeBase {
  readonly kind: "sign";
  readonly sign: "+" | "-";
  readonly operand: Expression;
}

export interface NotNode extends NodeBase {
  readonly kind: "not";
  readonly operand: Expression;
}

export interface LogicNode extends NodeBase {
  readonly kind: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

export type CompareOperator = OrderOperator | "==" | "!=" | "in" | "not in";

export interface CompareNode extends NodeBase {
  readonly kind: "compare";
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
}

export interface ConcatNode extends NodeBase {
  readonly kind: "concat";
  readonly operands: readonly Expression[];
}
