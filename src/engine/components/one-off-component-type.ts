import type { OneOffComponent } from "../../flow/index.ts";
import { buildPromptingSettings } from "../agent/build-agent-settings.ts";
import { standaloneSlot } from "../agent/standalone-slot.ts";
import { afterOneOff } from "../one-off/after-one-off.ts";
import type { OneOffSettings } from "../one-off/one-off-settings.ts";
import { runOneOffTools } from "../one-off/run-one-off-tools.ts";
import { visitOneOff } from "../one-off/visit-one-off.ts";
import type { ComponentType } from "./component-type.ts";

/** A model whose calls are executed once, with a few attempts to correct what failed. */
export const oneOffComponentType: ComponentType<OneOffComponent> = {
  id: "OneOffComponent",
  build(component, site) {
    const { name } = component;
    const oneOff: OneOffSettings = {
      agent: buildPromptingSettings(component, standaloneSlot(name, component.inputs), site),
      maxCorrectionAttempts: component.maxCorrectionAttempts,
    };
    const llm = `${name}#llm`;
    const tools = `${name}#tools`;
    const { compat } = site.scope;
    return {
      entry: llm,
      nodes: [
        {
          kind: "work",
          id: llm,
          component: name,
          run: (state, scope, entered) => visitOneOff(oneOff, { state, entered }, scope),
          next: () => ({ node: tools }),
        },
        {
          kind: "work",
          id: tools,
          component: name,
          run: (state, scope) => runOneOffTools(oneOff, state, scope),
          next: afterOneOff(oneOff, { retry: { node: llm }, exit: site.exit, compat }),
        },
      ],
    };
  },
};
