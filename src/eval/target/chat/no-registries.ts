import type { FlowRegistries } from "../../../flow/index.ts";

/** What a chat takes from registries: nothing, all that it has stands in its suite. */
export const noRegistries: FlowRegistries = {
  prompt: () => undefined,
  responseSchema: () => undefined,
  template: () => undefined,
};
