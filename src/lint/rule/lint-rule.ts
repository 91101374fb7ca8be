import type { Identified } from "../../core/registry.ts";
import type { FlowInspection, FlowKnowledge } from "../../flow/index.ts";
import type { FlowChange } from "../change/flow-change.ts";
import type { FlowIdentity } from "../change/flow-identity.ts";
import type { DefinitionsInput, KnownDefinitions } from "../definitions/known-definitions.ts";
import type { Finding } from "./finding.ts";
import type { RuleExamples } from "./rule-example.ts";
import type { Origin, Severity } from "./severity.ts";

/** What a rule may look at. */
export interface LintInput extends FlowInspection {
  readonly text: string;
  /** The path as reports print it. */
  readonly file: string;
  /** The flow's name and version as its path says them; undefined where it says none. */
  readonly identity: FlowIdentity | undefined;
  /** What a commit says of the file, where somebody asked to compare with one. */
  readonly change: FlowChange | undefined;
  /** What is registered as foundational; undefined where nobody says. */
  readonly definitions: KnownDefinitions | undefined;
  readonly knowledge: FlowKnowledge;
  /** Tools that an MCP server provides, of which the service knows nothing before a session. */
  readonly mcpTools: readonly string[];
  /** Reasons why flows need no guidance on secrets, by reference. */
  readonly outOfScope?: Readonly<Record<string, string>>;
}

/** What a finding of a rule means for security; only such findings are told to vulnerability management. */
export interface RuleSecurity {
  /** The number of the weakness in the CWE list, from which GitLab takes the kind of report. */
  readonly cwe: number;
  /** From 0 to 10, as CVSS counts. */
  readonly severity: number;
}

/** One concept that configs get right or wrong. Its id is its name in messages, flags and `flowproof.yml`. */
export interface LintRule extends Identified {
  readonly origin: Origin;
  readonly severity: Severity;
  /** Numbers in the catalog of errors; every number belongs to one rule. */
  readonly codes: readonly string[];
  /** For rules that find weaknesses. */
  readonly security?: RuleSecurity;
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
  /** What it cannot be asked without. */
  readonly needs?: readonly (keyof LintInput)[];
  /**
   * Left out by the rules of the service, whose errors are found where flows are read and checked. Rules
   * of style are not asked about a flow of which too little could be read.
   */
  readonly check?: (input: LintInput) => readonly Finding[];
  /** What the rule says of a file of definitions. */
  readonly checkDefinitions?: (input: DefinitionsInput) => readonly Finding[];
  /** What the rule says of the text of a file in a prompt registry, YAML or template. */
  readonly checkPromptFile?: (text: string) => readonly Finding[];
}
