import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { checkAttached } from "./check-attached.ts";
import { checkHumanInputs } from "./check-human-inputs.ts";
import { checkNames } from "./check-names.ts";
import { checkPromptSafety } from "./check-prompt-safety.ts";
import { checkPromptVariables, type PromptFiles } from "./check-prompt-variables.ts";
import { checkResponseSchemas } from "./check-response-schemas.ts";
import { checkSchemaReferences } from "./check-schema-references.ts";
import { checkStepToolsets } from "./check-step-toolsets.ts";
import type { FlowCheck } from "./flow-check.ts";

/** Of every flow. */
const alwaysChecks: readonly FlowCheck[] = [checkPromptSafety];

/** Of flows that are built, which those of environment chat-partial never are. */
const buildChecks: readonly FlowCheck[] = [
  checkAttached,
  checkHumanInputs,
  checkNames,
  checkResponseSchemas,
  checkSchemaReferences,
  checkStepToolsets,
];

/** Compares the parts of a flow with each other, as the service does before a run. Templates look up what they include in `promptFiles`. */
export function checkFlow(draft: FlowDraft, promptFiles?: PromptFiles): readonly FlowProblem[] {
  const problems = alwaysChecks.flatMap((check) => check(draft));
  if (draft.flow.environment === "chat-partial") return problems;
  return [
    ...problems,
    ...buildChecks.flatMap((check) => check(draft)),
    ...checkPromptVariables(draft, promptFiles),
  ];
}
