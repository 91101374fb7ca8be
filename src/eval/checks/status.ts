import type { RunStatus } from "../../engine/index.ts";
import type { Check } from "../check/check.ts";
import { asTexts } from "../check/text-list.ts";

const statuses: readonly RunStatus[] = [
  "completed",
  "aborted",
  "waiting_input",
  "waiting_approval",
  "refused",
  "ended_without_terminal",
  "failed",
];

export const status: Check = {
  id: "status",
  needs: ["status"],
  docs: {
    summary: "requires that the flow ends in a certain way",
    rationale:
      "Without this check a flow that fails or is refused is an `agent_error`. With it, the end that it names is what the case expects. A list means: any of these.",
  },
  schema: {
    anyOf: [{ enum: [...statuses] }, { type: "array", items: { enum: [...statuses] } }],
  },
  examples: [
    {
      trial: { status: "refused" },
      passes: ["refused", ["failed", "refused"]],
      fails: ["completed", "failed", ["completed", "aborted"]],
    },
    { trial: {}, passes: ["completed"], fails: ["refused", ["aborted"]] },
  ],
  refused: [[], [...statuses]],
  prepare(value, reader) {
    const expected = new Set(asTexts(value));
    if (expected.size === 0) reader.nothingToCheck([], "the list of ends is empty");
    if (expected.size === statuses.length) reader.nothingToCheck([], "every end is right");
    if (expected.size === 0 || expected.size === statuses.length) return undefined;
    const names = [...expected].join(" or ");
    return {
      type: "decidable",
      expectedStatuses: statuses.filter((name) => expected.has(name)),
      assess(trial) {
        const pass = expected.has(trial.status);
        return {
          pass,
          message: pass
            ? `the flow ended as ${trial.status}`
            : `expected the flow to end as ${names}, it ended as ${trial.status}`,
        };
      },
    };
  },
};
