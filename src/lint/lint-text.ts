import { type FlowKnowledge, type FlowProblem, inspectFlow } from "../flow/index.ts";
import { isReadable } from "./analysis/is-readable.ts";
import { secretSafetyOf } from "./analysis/secret-safety.ts";
import type { FlowChange } from "./change/flow-change.ts";
import { type FlowIdentity, flowIdentity } from "./change/flow-identity.ts";
import type { KnownDefinitions } from "./definitions/known-definitions.ts";
import { diagnose } from "./diagnose.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { SecretSafety } from "./lint-report.ts";
import type { Finding } from "./rule/finding.ts";
import type { LintInput } from "./rule/lint-rule.ts";
import { ruleOfCode, rules } from "./rules/index.ts";
import { type SettleOptions, settleFindings } from "./suppress/index.ts";

export interface LintOptions extends SettleOptions {
  readonly knowledge?: FlowKnowledge;
  /** Names of tools that an MCP server provides, so that they are not unknown. */
  readonly mcpTools?: readonly string[] | undefined;
  /** Why flows need no guidance on secrets, by reference. */
  readonly outOfScope?: Readonly<Record<string, string>> | undefined;
  /** What is registered as foundational; without it, the rules about definitions are not asked. */
  readonly definitions?: KnownDefinitions | undefined;
  /** What the file's path says, where it is not the path that reports print. */
  readonly identity?: FlowIdentity | undefined;
  /** What a commit says of the file; without it, the rules about changes are not asked. */
  readonly change?: FlowChange | undefined;
}

/** What is said of one flow config. */
export interface LintedText {
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings comments have asked to pass over. */
  readonly suppressed: number;
  readonly secretSafety: SecretSafety | undefined;
}

/** Lints the text of one flow config. Never throws for what it contains. */
export function lintText(
  text: string,
  file: string,
  options: LintOptions = {},
): readonly Diagnostic[] {
  return lintConfig(text, file, options).diagnostics;
}

/** Lints the text of one flow config, and says what a reviewer asks besides. */
export function lintConfig(text: string, file: string, options: LintOptions = {}): LintedText {
  const { knowledge = {}, mcpTools = [], outOfScope = {}, definitions, change, only } = options;
  const identity = options.identity ?? flowIdentity(file);
  const input: LintInput = {
    ...inspectFlow(text, file, knowledge),
    text,
    file,
    identity,
    knowledge,
    mcpTools,
    outOfScope,
    definitions,
    change,
  };
  const isMeaningful = isReadable(input);
  const asked = rules.all().filter(({ origin, needs = [] }) => {
    if (only?.includes(origin) === false || (origin === "style" && !isMeaningful)) return false;
    return needs.every((part) => input[part] !== undefined);
  });
  const found = [
    ...input.problems.flatMap((problem) => {
      const rule = ruleOfCode(problem.rule);
      if (rule === undefined || only?.includes(rule.origin) === false) return [];
      return [diagnose(rule, findingOf(problem))];
    }),
    ...asked.flatMap((rule) => (rule.check?.(input) ?? []).map((each) => diagnose(rule, each))),
  ];
  // Where little could be read, nobody knows which comments are needed.
  const judged = new Set(isMeaningful ? asked : []);
  return {
    ...settleFindings(found, { text, asked: judged }, options),
    secretSafety: only?.includes("policy") === false ? undefined : secretSafetyOf(input),
  };
}

function findingOf({ rule, message, hint, at, range }: FlowProblem): Finding {
  return { code: rule, message, hint, at, range };
}
