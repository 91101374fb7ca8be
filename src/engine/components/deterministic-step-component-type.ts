import type { DeterministicStepComponent } from "../../flow/index.ts";
import { checkStepTool } from "../deterministic-step/check-arguments.ts";
import { runStep } from "../deterministic-step/run-step.ts";
import { resolveStepToolset } from "../tools/resolve-toolset.ts";
import { createToolset } from "../tools/toolset.ts";
import { uiSettings } from "../ui/ui-settings.ts";
import type { ComponentType } from "./component-type.ts";

/** One tool call without a model. */
export const deterministicStepComponentType: ComponentType<DeterministicStepComponent> = {
  id: "DeterministicStepComponent",
  build(component, site) {
    const tool = checkStepTool(component, resolveStepToolset(component, site), site);
    const step = {
      component: component.name,
      tool: component.toolName,
      toolset: createToolset([tool]),
      inputs: component.inputs,
      ui: uiSettings(component.uiLogEvents),
    };
    const id = `${component.name}#deterministic_step`;
    const { name } = component;
    return {
      entry: id,
      nodes: [
        {
          kind: "work",
          id,
          component: name,
          run: (state, scope) => runStep(step, state, scope),
          next: site.exit,
        },
      ],
    };
  },
};
