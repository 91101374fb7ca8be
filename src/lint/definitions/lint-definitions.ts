import type { Definitions } from "../../flow/index.ts";
import { diagnose } from "../diagnose.ts";
import type { LintedText, LintOptions } from "../lint-text.ts";
import { rules } from "../rules/index.ts";
import { rubyLayout, settleFindings } from "../suppress/index.ts";
import { createFlowShelf } from "./flow-shelf.ts";
import type { DefinitionsInput, KnownDefinitions } from "./known-definitions.ts";

/** Lints a file of definitions. Never throws for what it contains. */
export function lintDefinitions(file: Definitions, options: LintOptions = {}): LintedText {
  const { only, knowledge = {}, mcpTools = [], definitions: known = alone(file) } = options;
  const input: DefinitionsInput = { file, known, knowledge, mcpTools };
  const asked = rules.all().filter(({ id, origin, checkDefinitions }) => {
    if (checkDefinitions === undefined || only?.includes(origin) === false) return false;
    // Of a file that is broken, everything else that is said may only follow from it.
    return !file.broken || id === "definition-file";
  });
  const found = asked.flatMap((rule) => {
    return (rule.checkDefinitions?.(input) ?? []).map((finding) => diagnose(rule, finding));
  });
  const { text, language } = file;
  const layout = language === "ruby" ? { layout: rubyLayout(text) } : {};
  const settled = settleFindings(found, { text, asked: new Set(asked), ...layout }, options);
  return { ...settled, secretSafety: undefined };
}

/** A file beside which nothing is known. */
function alone(file: Definitions): KnownDefinitions {
  const flows = createFlowShelf([], { texts: new Map(), knowledge: {} });
  return { files: [file], flows, lock: undefined };
}
