import type { Check } from "../check/check.ts";
import { countCheck } from "../check/count-check.ts";

export const maxTurns: Check = countCheck({
  id: "max_turns",
  docs: {
    summary: "limits the user's turns",
    rationale:
      "A turn is one message of the user with everything until the answer to it. An agent that asks back where it could have answered needs more of them. It says something about a `conversation` or a flow that asks people, not about a single `ask`, which is one turn. To limit the loop inside a turn, use `max_replies`.",
  },
  unit: ["turn", "turns"],
  least: 1,
  examples: [
    { trial: { turns: 2 }, passes: [2, 3], fails: [1] },
    { trial: { turns: 1 }, passes: [1], fails: [] },
  ],
  count: ({ turns }) => turns,
  most: ({ turns }) => turns,
});
