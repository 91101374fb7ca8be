import type { Compaction } from "../model/component-base.ts";
import type { ConfigNode } from "./config-node.ts";
import { FieldReader } from "./field-reader.ts";
import { laxBoolean } from "./lax-scalar.ts";

const defaults: Compaction = {
  maxRecentMessages: 10,
  recentMessagesTokenBudget: 40_000,
  trimThreshold: 0.7,
};

/** `compaction` of a component: on by default, off, or a mapping. */
export function readCompaction(component: ConfigNode, owner: string): Compaction | undefined {
  const node = component.child("compaction");
  if (node.dict !== undefined) return readMapping(node, owner);
  if (node.value === undefined) return defaults;
  const enabled = laxBoolean(node.value);
  if (enabled === undefined) {
    const fields = new FieldReader(component, { owner, missing: "E60", wrong: "E61" });
    fields.wrong(node, "true, false or a mapping");
  }
  return enabled === false ? undefined : defaults;
}

function readMapping(node: ConfigNode, owner: string): Compaction {
  const fields = new FieldReader(node, {
    owner: `"compaction" of ${owner}`,
    missing: "E60",
    wrong: "E61",
  });
  fields.choice("type", ["compaction"]);
  const compaction = {
    maxRecentMessages: fields.integer("max_recent_messages", defaults.maxRecentMessages),
    recentMessagesTokenBudget: fields.integer(
      "recent_messages_token_budget",
      defaults.recentMessagesTokenBudget,
    ),
    trimThreshold: fields.number("trim_threshold", defaults.trimThreshold),
  };
  const { maxRecentMessages, recentMessagesTokenBudget, trimThreshold } = compaction;
  const bounds = [
    ["max_recent_messages", maxRecentMessages > 0, "more than 0"],
    ["recent_messages_token_budget", recentMessagesTokenBudget > 0, "more than 0"],
    ["trim_threshold", trimThreshold > 0 && trimThreshold <= 1, "more than 0 and at most 1"],
  ] as const;
  for (const [key, kept, wanted] of bounds) {
    if (kept) continue;
    const message = `"${key}" of "compaction" of ${owner} must be ${wanted}`;
    node.child(key).report({ rule: "E62", message });
  }
  return compaction;
}
