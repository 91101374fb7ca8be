import type { Flow } from "../model/flow.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { checkDefinition } from "../response-schema/check-definition.ts";
import type { SchemaFinding } from "../response-schema/schema-finding.ts";
import { fieldOf } from "./flow-check.ts";

/** The service compiles every response schema of a flow, also those that no agent uses. */
export function checkResponseSchemas({ flow }: FlowDraft): readonly FlowProblem[] {
  const seen = new Set<string>();
  return flow.responseSchemas.flatMap((entry) => {
    const findings = checkDefinition(entry.definition);
    const problems = findings.map((finding) => placed(flow, entry, finding));
    if (seen.has(entry.id)) {
      const message = `there is already a response schema "${entry.id}"`;
      problems.push({ at: entry.at, range: entry.range, rule: "E41", message });
    }
    seen.add(entry.id);
    return problems;
  });
}

/** In a definition that is JSON text, nothing has a place of its own. */
function placed(flow: Flow, entry: ResponseSchemaEntry, finding: SchemaFinding): FlowProblem {
  const { rule, path, message, hint } = finding;
  const { at, range } = fieldOf(flow, entry, ...path);
  return { at, range, rule, message: `response schema "${entry.id}": ${message}`, hint };
}
