import type { YamlComment, YamlLayout } from "../../flow/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Finding } from "../rule/finding.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import { disableComments } from "../rules/policy/disable-comments.ts";
import { findRule } from "../settings/find-rule.ts";
import { type Directive, directiveIn } from "./directive.ts";
import { type TargetLines, targetLines } from "./target-lines.ts";

export interface Suppression {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: number;
  /** What is wrong with the comments themselves. */
  readonly findings: readonly Finding[];
}

export interface SuppressedText {
  readonly text: string;
  readonly layout: YamlLayout;
  /** Whether a rule was asked at all: nobody can say of others that a comment is not needed. */
  readonly isAsked: (rule: LintRule) => boolean;
}

/** A rule that a comment turns away from some lines. */
interface Mark {
  readonly rule: LintRule;
  readonly directive: Directive;
  readonly lines: TargetLines | undefined;
  isUsed: boolean;
}

/** Takes the findings out that comments ask to pass over, and tells which comments are wrong or not needed. */
export function suppressFindings(
  found: readonly Diagnostic[],
  { text, layout, isAsked }: SuppressedText,
): Suppression {
  const findings: Finding[] = [];
  const linesOf = targetLines(text, layout);
  const marks = layout.comments.flatMap((comment) => {
    const directive = directiveIn(comment);
    if (directive === undefined) return [];
    const { rules, problems } = readDirective(directive);
    findings.push(...problems);
    const lines = linesOf(comment.line);
    return rules.map((rule): Mark => ({ rule, directive, lines, isUsed: false }));
  });
  const find = markFinder(marks);
  const kept = found.filter((each) => {
    const mark = find(each);
    if (mark !== undefined) mark.isUsed = true;
    return mark === undefined;
  });
  for (const { rule, directive, isUsed } of marks) {
    if (!isUsed && isAsked(rule)) findings.push(unused(rule, directive));
  }
  return { kept, suppressed: found.length - kept.length, findings };
}

/** Looks up which mark stands over a finding. Marks come in the order of the lines that they speak of. */
function markFinder(marks: readonly Mark[]): (found: Diagnostic) => Mark | undefined {
  const byRule = new Map<string, Mark[]>();
  for (const mark of marks) {
    const ofRule = byRule.get(mark.rule.id);
    if (ofRule === undefined) byRule.set(mark.rule.id, [mark]);
    else ofRule.push(mark);
  }
  return ({ rule, line }) => {
    const mark = lastFrom(byRule.get(rule) ?? [], line);
    return mark?.lines !== undefined && line <= mark.lines.last ? mark : undefined;
  };
}

/** The last mark that begins on a line or above it. */
function lastFrom(marks: readonly Mark[], line: number): Mark | undefined {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.lines?.first ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1];
}

interface ReadDirective {
  /** Those that are passed over. */
  readonly rules: readonly LintRule[];
  readonly problems: readonly Finding[];
}

function readDirective(directive: Directive): ReadDirective {
  const { comment, names, reason, problem } = directive;
  if (problem !== undefined) return { rules: [], problems: [{ ...spot(comment), ...problem }] };
  const problems: Finding[] = [];
  const rules = new Set<LintRule>();
  for (const name of names) {
    const search = findRule(name);
    if (!search.found) {
      const { message, hint } = search;
      problems.push({ ...spot(comment), message, hint });
    } else if (search.rule === disableComments) {
      const message = "what is wrong with such comments cannot be passed over by one";
      const hint = `set the rule ${disableComments.id} in flowproof.yml, or by --rule`;
      problems.push({ ...spot(comment), message, hint });
    } else rules.add(search.rule);
  }
  if (reason !== undefined) return { rules: [...rules], problems };
  const message = "this comment gives no reason, and so nothing is passed over";
  const hint = `write : and why behind ${names.at(-1) ?? "the rule"}`;
  return { rules: [], problems: [...problems, { ...spot(comment), message, hint }] };
}

function unused(rule: LintRule, { comment }: Directive): Finding {
  return {
    ...spot(comment),
    severity: "warning",
    message: `there is nothing of ${rule.id} to pass over on the next line`,
    hint: "remove the comment, or the rule from it",
  };
}

function spot({ line, column, text }: YamlComment): Pick<Finding, "at" | "range"> {
  const end = { line, column: column + text.trimEnd().length };
  return { at: [], range: { start: { line, column }, end } };
}
