import type { CallNode, Expression, FilterNode } from "./expression.ts";

/** A tag, or what stands between tags. */
export type Statement =
  | OutputNode
  | ForNode
  | IfNode
  | SetNode
  | SetBlockNode
  | WithNode
  | FilterBlockNode
  | AutoescapeNode
  | BlockNode
  | ExtendsNode
  | IncludeNode
  | ImportNode
  | FromNode
  | MacroNode
  | CallBlockNode;

interface NodeBase {
  readonly at: number;
}

/** Text as it stands. */
export interface DataNode extends NodeBase {
  readonly kind: "data";
  readonly text: string;
}

/** Text and `{{ … }}`, until the next tag. */
export interface OutputNode extends NodeBase {
  readonly kind: "output";
  readonly parts: readonly (DataNode | Expression)[];
}

/** What stands left of an assignment. */
export type Target = NameTarget | TupleTarget | NamespaceTarget;

/** A name that is assigned to. */
export interface NameTarget extends NodeBase {
  readonly kind: "target";
  readonly name: string;
}

/** Several names that are assigned to at once. */
export interface TupleTarget extends NodeBase {
  readonly kind: "tuple-target";
  readonly items: readonly Target[];
}

/** `name.attribute`, which only a namespace could take, and no prompt can make one. */
export interface NamespaceTarget extends NodeBase {
  readonly kind: "namespace-target";
  readonly name: string;
}

/** `{% for %}`. */
export interface ForNode extends NodeBase {
  readonly kind: "for";
  readonly target: Target;
  readonly items: Expression;
  readonly test: Expression | undefined;
  readonly recursive: boolean;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** A test and what is done where it holds. */
export interface IfBranch extends NodeBase {
  readonly test: Expression;
  readonly body: readonly Statement[];
}

/** `{% if %}` with its `elif` and `else`. */
export interface IfNode extends NodeBase {
  readonly kind: "if";
  /** The `if` and every `elif`. */
  readonly branches: readonly [IfBranch, ...IfBranch[]];
  readonly otherwise: readonly Statement[];
}

/** `{% set target = value %}`. */
export interface SetNode extends NodeBase {
  readonly kind: "set";
  readonly target: Target;
  readonly value: Expression;
}

/** `{% set target %}…{% endset %}`. */
export interface SetBlockNode extends NodeBase {
  readonly kind: "set-block";
  readonly target: Target;
  readonly filter: FilterNode | undefined;
  readonly body: readonly Statement[];
}

/** `{% with %}`. */
export interface WithNode extends NodeBase {
  readonly kind: "with";
  readonly assignments: readonly { readonly target: Target; readonly value: Expression }[];
  readonly body: readonly Statement[];
}

/** `{% filter %}`. */
export interface FilterBlockNode extends NodeBase {
  readonly kind: "filter-block";
  readonly filter: FilterNode;
  readonly body: readonly Statement[];
}

/** `{% autoescape %}`. */
export interface AutoescapeNode extends NodeBase {
  readonly kind: "autoescape";
  readonly enabled: Expression;
  readonly body: readonly Statement[];
}

/** `{% block %}`. */
export interface BlockNode extends NodeBase {
  readonly kind: "block";
  readonly name: string;
  readonly scoped: boolean;
  readonly required: boolean;
  readonly body: readonly Statement[];
}

/** `{% extends %}`. */
export interface ExtendsNode extends NodeBase {
  readonly kind: "extends";
  readonly template: Expression;
}

/** `{% include %}`. */
export interface IncludeNode extends NodeBase {
  readonly kind: "include";
  readonly template: Expression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
}

/** `{% import %}`. */
export interface ImportNode extends NodeBase {
  readonly kind: "import";
  readonly template: Expression;
  readonly name: string;
  readonly withContext: boolean;
}

/** `{% from … import … %}`. */
export interface FromNode extends NodeBase {
  readonly kind: "from";
  readonly template: Expression;
  readonly names: readonly { readonly name: string; readonly alias: string }[];
  readonly withContext: boolean;
}

/** The parameters of a macro; the defaults belong to the last ones. */
export interface Signature {
  readonly parameters: readonly NameTarget[];
  /** Of the last parameters, in order. */
  readonly defaults: readonly Expression[];
}

/** `{% macro %}`. */
export interface MacroNode extends NodeBase {
  readonly kind: "macro";
  readonly name: string;
  readonly signature: Signature;
  readonly body: readonly Statement[];
}

/** `{% call %}`. */
export interface CallBlockNode extends NodeBase {
  readonly kind: "call-block";
  readonly call: CallNode;
  readonly signature: Signature;
  readonly body: readonly Statement[];
}
