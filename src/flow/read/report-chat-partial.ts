import { pyTruthy } from "../../core/python/py-truthy.ts";
import { isPyList } from "../../core/python/py-value.ts";
import { adviceOn } from "./absent-key.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";

/** What a chat asks of the one agent whose prompt and tools it takes over. */
export function reportChatPartial(root: ConfigNode): void {
  const components = root.child("components");
  if (!isPyList(components.value)) return;
  const prompts = root.child("prompts");
  if (components.value.length !== 1) {
    const message = `a chat-partial flow has exactly one component, not ${components.value.length}`;
    components.report({
      rule: "E31",
      message,
      hint: "use environment chat for a graph of several",
    });
  }
  if (prompts.items().length > 1) {
    const message = `a chat-partial flow has at most one prompt, not ${prompts.items().length}`;
    prompts.report({ rule: "E34", message, hint: "keep the one that the component names" });
  }
  const [component, second] = components.items();
  // Which of several is meant is not known.
  if (component?.dict !== undefined && second === undefined) reportComponent(component, prompts);
}

function reportComponent(component: ConfigNode, prompts: ConfigNode): void {
  const type = component.child("type");
  if (!type.exists) {
    const message = `the component of a chat-partial flow has no "type"`;
    const hint = adviceOn(component, "type", 'write "type: AgentComponent"');
    component.report({ rule: "E33", message, hint });
  } else if (type.value !== "AgentComponent") {
    const message = `the component of a chat-partial flow must be an AgentComponent, not ${describeValue(type.value)}`;
    type.report({ rule: "E32", message, hint: "use environment chat for other components" });
  }
  const version = component.child("prompt_version");
  if (version.value !== undefined && pyTruthy(version.value) && prompts.items().length > 0) {
    const message = `a chat-partial flow has a prompt of its own and asks the registry for ${describeValue(version.value)}`;
    version.report({ rule: "E35", message, hint: 'remove "prompt_version", or the prompt' });
  }
  if (!component.child("toolset").exists) {
    const message = `the component of a chat-partial flow has no "toolset"`;
    const hint = adviceOn(component, "toolset", 'write "toolset: []" for none');
    component.report({ rule: "E36", message, hint });
  }
}
