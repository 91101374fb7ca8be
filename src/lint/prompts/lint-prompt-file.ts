import { diagnose } from "../diagnose.ts";
import type { LintedText, LintOptions } from "../lint-text.ts";
import { rules } from "../rules/index.ts";
import { settleFindings } from "../suppress/index.ts";

/** Templates have no comments in which a finding could be explained away. */
const noComments = { comments: [], longTexts: [] };

/** Lints a file of a prompt registry, YAML or template. Never throws for what it contains. */
export function lintPromptFile(path: string, text: string, options: LintOptions = {}): LintedText {
  const { only } = options;
  const asked = rules.all().filter(({ origin, checkPromptFile }) => {
    return checkPromptFile !== undefined && only?.includes(origin) !== false;
  });
  const found = asked.flatMap((rule) => {
    return (rule.checkPromptFile?.(text) ?? []).map((finding) => diagnose(rule, finding));
  });
  const layout = /\.ya?ml$/.test(path) ? {} : { layout: noComments };
  const settled = settleFindings(found, { text, asked: new Set(asked), ...layout }, options);
  return { ...settled, secretSafety: undefined };
}
