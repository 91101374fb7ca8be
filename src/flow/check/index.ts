import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { checkAttached } from "./check-attached.ts";
import { checkHumanInputs } from "./check-human-inputs.ts";
import { checkNames } from "./check-names.ts";
import { checkPromptSafety } from "./check-prompt-safety.ts";
import { checkPromptVariables } from "./check-prompt-variables.ts";
import { checkResponseSchemas } from "./check-response-schemas.ts";
import { checkSchemaReferences } from "./check-schema-references.ts";
import { checkStepArguments } from "./check-step-arguments.ts";
import { checkStepToolsets } from "./check-step-toolsets.ts";
import { checkToolOptions } from "./check-tool-options.ts";
import type { CheckContext, FlowCheck } from "./flow-check.ts";

export type { CheckContext } from "./flow-check.ts";

/** Of every flow. */
const alwaysChecks: readonly FlowCheck[] = [checkPromptSafety];

/** Of flows that are built, which those of environment chat-partial never are. */
const buildChecks: readonly FlowCheck[] = [
  checkAttached,
  checkHumanInputs,
  checkNames,
  checkPromptVariables,
  checkResponseSchemas,
  checkSchemaReferences,
  checkStepArguments,
  checkStepToolsets,
  checkToolOptions,
];

/** Compares the parts of a flow with each other and with what is known besides, as the service does before a run. */
export function checkFlow(draft: FlowDraft, context: CheckContext): readonly FlowProblem[] {
  const isBuilt = draft.flow.environment !== "chat-partial";
  const checks = isBuilt ? [...alwaysChecks, ...buildChecks] : alwaysChecks;
  return checks.flatMap((check) => check(draft, context));
}
