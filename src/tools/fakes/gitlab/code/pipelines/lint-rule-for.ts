import type { JsonValue } from "../../../../../core/json.ts";
import type { ProjectPipelines } from "./pipelines-part.ts";
import type { LintRule } from "./read-pipelines.ts";

/** The first rule of the seed that is about this configuration; undefined where it is not known what the linter says. */
export function lintRuleFor(
  { lint }: ProjectPipelines,
  content: JsonValue,
  ref: JsonValue,
): LintRule | undefined {
  return lint.find(
    (rule) =>
      (rule.content?.matches(content) ?? true) && (rule.ref?.matches(ref ?? undefined) ?? true),
  );
}
