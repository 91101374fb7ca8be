import { type YamlLayout, yamlLayout } from "../../flow/index.ts";
import { diagnose } from "../diagnose.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import type { Origin } from "../rule/severity.ts";
import { disableComments } from "../rules/policy/disable-comments.ts";
import { type Severities, withSeverities } from "../settings/severities.ts";
import { suppressFindings } from "./suppress-findings.ts";

/** What is found in a text when settings and comments have been heard. */
export interface LintOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: number;
}

export interface SettleOptions {
  /** Reports nothing of other origins. */
  readonly only?: readonly Origin[] | undefined;
  /** What rules are set to; those that are not named are as they are. */
  readonly severities?: Severities | undefined;
}

/** A text in which something was found. */
export interface FoundIn {
  readonly text: string;
  /** Its comments; those of YAML where it is left out. */
  readonly layout?: YamlLayout;
  /** The rules that were asked, whatever they are set to. */
  readonly asked: ReadonlySet<LintRule>;
}

/** Whether comments may ask for something: most texts need not be taken apart for them. */
const mayAsk = /flowproof-/i;

/** Applies severities, then comments, to what rules have found, and adds what is wrong with the comments. */
export function settleFindings(
  found: readonly Diagnostic[],
  { text, layout, asked }: FoundIn,
  { only, severities }: SettleOptions,
): LintOutcome {
  const settled = withSeverities(found, severities);
  if (!mayAsk.test(text)) {
    return { diagnostics: settled.toSorted(compareDiagnostics), suppressed: 0 };
  }
  const isAsked = (rule: LintRule): boolean =>
    asked.has(rule) && severities?.get(rule.id) !== "off";
  const source = { text, layout: layout ?? yamlLayout(text), isAsked };
  const { kept, suppressed, findings } = suppressFindings(settled, source);
  const wanted = only?.includes(disableComments.origin) === false ? [] : findings;
  const own = wanted.map((finding) => diagnose(disableComments, finding));
  return {
    diagnostics: [...kept, ...withSeverities(own, severities)].toSorted(compareDiagnostics),
    suppressed,
  };
}
