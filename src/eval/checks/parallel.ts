import { assignCalls } from "../check/assign-calls.ts";
import { callPatternSchema, readCallPattern } from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { listOf } from "../check/list-of.ts";
import { patternText } from "../check/pattern-text.ts";
import { byReply, replyText } from "../check/replies.ts";
import type { CallView } from "../check/trial-view.ts";

const made = (tool: string, reply: number, id = 1): CallView => ({
  component: "a",
  tool,
  args: { id },
  isError: false,
  reply,
});

export const parallel: Check = {
  id: "parallel",
  needs: ["calls", "replies"],
  docs: {
    summary: "requires calls that one reply of the model asks for together",
    rationale:
      "What does not depend on each other need not wait for each other: an agent that reads three issues in one reply answers sooner and reads its history less often. Each entry wants a call of its own, so a tool that is to be called twice at once is listed twice. Other calls may stand in the same reply. Steps without a model are in no reply.",
  },
  schema: { type: "array", items: callPatternSchema },
  examples: [
    {
      trial: {
        calls: [
          made("get_issue", 0, 1),
          made("get_issue", 0, 2),
          made("list_issue_notes", 0),
          made("get_pipeline", 1),
        ],
      },
      passes: [
        ["get_issue", "list_issue_notes"],
        ["get_issue", "get_issue"],
        ["list_*", { tool: "get_issue", args: { id: 2 } }],
      ],
      fails: [
        ["get_issue", "get_pipeline"],
        ["list_issue_notes", "list_issue_notes"],
        ["get_issue", "get_issue", "get_issue"],
        ["get_issue", { tool: "list_issue_notes", args: { id: 2 } }],
        ["get_issue", "create_issue"],
      ],
    },
    {
      trial: {
        calls: [
          { component: "a", tool: "get_issue", args: {}, isError: false, reply: -1 },
          { component: "b", tool: "get_issue", args: {}, isError: false, reply: -1 },
        ],
      },
      passes: [],
      fails: [["get_issue", "get_issue"]],
    },
  ],
  refused: [[], ["get_issue"], ["get_issue", ""]],
  prepare(value, reader) {
    const items = listOf(value);
    if (items.length < 2) reader.nothingToCheck([], "one call alone is always in one reply");
    const read = items.map((item, index) => readCallPattern(item, [index], reader));
    const patterns = read.filter((pattern) => pattern !== undefined);
    if (items.length < 2 || patterns.length < read.length) return undefined;
    const names = patterns.map(patternText).join(", ");
    return {
      type: "decidable",
      assess({ calls }) {
        const together = byReply(calls).find((group) =>
          assignCalls(patterns, group).every((index) => index !== undefined),
        );
        if (together !== undefined) {
          return { pass: true, message: `one reply asked for ${names}` };
        }
        return {
          pass: false,
          message: `expected one reply that asks for ${names}, there was none`,
          details: callTable(
            patterns.map((pattern) => ({ pattern, note: "in one reply" })),
            calls,
            replyText,
          ),
        };
      },
    };
  },
};
