import type { Check } from "../check/check.ts";
import { countCheck } from "../check/count-check.ts";

export const maxReplies: Check = countCheck({
  id: "max_replies",
  needs: ["replies"],
  docs: {
    summary: "limits the replies of the agent's model",
    rationale:
      "Every reply costs time and tokens. An agent that needs ten where three are enough is worse, even if its answer is right. The judge's replies do not count.",
  },
  unit: ["reply", "replies"],
  least: 1,
  examples: [{ trial: { replies: 3 }, passes: [3, 4], fails: [1, 2] }],
  count: ({ replies }) => replies,
  most: (setting) => setting.maxReplies,
});
