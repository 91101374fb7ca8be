import { resolve } from "node:path";
import { inspectFlow } from "../../../src/flow/index.ts";
import type { GitBase } from "../../../src/platform/index.ts";
import type { ChangedSetting } from "./changed-setting.ts";
import { includedNames } from "./included-names.ts";
import { RegistryChanges } from "./registry-changes.ts";

/** What flows use of registries, as far as it changed. */
export interface FlowUse {
  /** False where nothing changed that a flow could use. */
  readonly isPossible: boolean;
  /** Why a flow that says this is another one now; undefined where it is not. */
  reasonFor(text: string | undefined): Promise<"prompt" | "schema" | undefined>;
}

/** Looks up what changed in the folders of prompts and of response schemas that `flowproof.yml` names. */
export async function createUse(
  since: GitBase,
  { cwd, files, config: { registries } }: ChangedSetting,
): Promise<FlowUse> {
  const open = async (
    folder: string | undefined,
    ending: string,
  ): Promise<RegistryChanges | undefined> => {
    if (folder === undefined) return undefined;
    return RegistryChanges.since(since, { folder: resolve(cwd, folder), ending }, files);
  };
  const prompts = await open(registries.prompts, ".yml");
  const schemas = await open(registries.responseSchemas, ".json");
  return {
    isPossible: [prompts, schemas].some((each) => each !== undefined && each.changed.size > 0),
    async reasonFor(text) {
      if (text === undefined) return undefined;
      if ((await prompts?.affects(includedNames(text))) === true) return "prompt";
      const { flow } = inspectFlow(text, "flow.yml");
      let isSchemaChanged = false;
      for (const component of flow.components) {
        if (component.type !== "AgentComponent" && component.type !== "OneOffComponent") continue;
        const { promptId, promptVersion } = component;
        const isChanged =
          promptVersion !== undefined && (await prompts?.affectsVersion(promptId, promptVersion));
        if (isChanged === true) return "prompt";
        if (component.type !== "AgentComponent") continue;
        const { responseSchemaId: id, responseSchemaVersion: version } = component;
        if (id === undefined || version === undefined) continue;
        if ((await schemas?.affectsVersion(id, version)) === true) isSchemaChanged = true;
      }
      return isSchemaChanged ? "schema" : undefined;
    },
  };
}
