import type { Identified } from "../../core/registry.ts";
import type { FlowInspection, FlowKnowledge } from "../../flow/index.ts";
import type { Finding } from "./finding.ts";
import type { RuleExamples } from "./rule-example.ts";
import type { Origin, Severity } from "./severity.ts";

/** What a rule may look at. */
export interface LintInput extends FlowInspection {
  readonly text: string;
  readonly knowledge: FlowKnowledge;
  /** Tools that an MCP server provides, of which the service knows nothing before a session. */
  readonly mcpTools: readonly string[];
}

/** One concept that configs get right or wrong. Its id is its name in messages, flags and `flowproof.yml`. */
export interface LintRule extends Identified {
  readonly origin: Origin;
  readonly severity: Severity;
  /** Numbers in the catalog of errors; every number belongs to one rule. */
  readonly codes: readonly string[];
  readonly docs: {
    /** Completes "This rule …": `requires …`, `forbids …`, `limits …`, `reports …`. */
    readonly summary: string;
    /** What the service does, when it notices, and what that costs. */
    readonly rationale: string;
    /** What exactly each number is about, for rules that cover several: `E63` → ``a `threshold` below 1``. */
    readonly conditions?: Readonly<Record<string, string>>;
    /** What to do; printed as the hint of findings that have none of their own. */
    readonly repair: string;
  };
  readonly examples: RuleExamples;
  /**
   * Left out by the rules of the service, whose errors are found where flows are read and checked. Rules
   * of style are not asked about a flow of which too little could be read.
   */
  readonly check?: (input: LintInput) => readonly Finding[];
}
