import { diagnose } from "../diagnose.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintOptions } from "../lint-text.ts";
import { releasedConfig } from "../rules/policy/released-config.ts";
import { withSeverities } from "../settings/severities.ts";
import type { FlowChange } from "./flow-change.ts";
import { flowIdentity } from "./flow-identity.ts";
import { releasedVersion } from "./nearest-lower.ts";

const start = { line: 1, column: 1 };

/** What is found in a file that is not there any more: whether it was a released version. */
export function deletedFlow(
  path: string,
  { base }: FlowChange,
  { only, severities }: LintOptions,
): readonly Diagnostic[] {
  const identity = flowIdentity(path);
  if (identity === undefined || only?.includes(releasedConfig.origin) === false) return [];
  const { reference, version, experimental } = identity;
  if (experimental || releasedVersion(version) === undefined) return [];
  const found = diagnose(releasedConfig, {
    message: `${reference} ${version} is released, as ${base} has it, and its file is gone`,
    hint: "bring it back: whoever asks for this version gets an error without it",
    at: [],
    range: { start, end: start },
  });
  return withSeverities([found], severities);
}
