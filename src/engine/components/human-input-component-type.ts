import type { HumanInputComponent } from "../../flow/index.ts";
import { fetchInput } from "../human-input/fetch-input.ts";
import type { HumanSettings } from "../human-input/human-settings.ts";
import { requestInput } from "../human-input/request-input.ts";
import { uiSettings } from "../ui/ui-settings.ts";
import type { ComponentType } from "./component-type.ts";

/** A stop at which the user approves, rejects, asks for changes or answers. */
export const humanInputComponentType: ComponentType<HumanInputComponent> = {
  id: "HumanInputComponent",
  build(component, site) {
    const { name, interactionType } = component;
    const human: HumanSettings = { component, ui: uiSettings(component.uiLogEvents) };
    const request = `${name}#request`;
    const fetch = `${name}#fetch`;
    return {
      entry: request,
      nodes: [
        {
          kind: "work",
          id: request,
          component: name,
          run: (state, scope) => requestInput(human, state, scope),
          next: () => ({ node: fetch }),
        },
        {
          kind: "wait",
          id: fetch,
          component: name,
          waitsFor: "input",
          asksFor: interactionType === "input" ? "reply" : "decision",
          resume: (state, event, scope) => fetchInput(human, { state, event }, scope),
          next: site.exit,
        },
      ],
    };
  },
};
