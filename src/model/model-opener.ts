import { resolve } from "node:path";
import type { ModelClient } from "./chat.ts";
import { createModel } from "./create-model.ts";
import type { ModelOptions } from "./model-options.ts";
import { providerAccess, type AccessSources } from "./provider-access.ts";

export interface OpenerSetting extends AccessSources {
  /** Scripts are relative to it. */
  readonly cwd: string;
  readonly options: Omit<ModelOptions, "access">;
}

const script = "script/";

/** Opens models by name, with the keys and addresses of an environment. */
export function modelOpener({
  cwd,
  options,
  ...sources
}: OpenerSetting): (name: string) => Promise<ModelClient> {
  const accessTo = providerAccess(sources);
  return async (name) => {
    if (!name.startsWith(script)) {
      return createModel(name, { ...options, access: accessTo(name) });
    }
    const path = resolve(cwd, name.slice(script.length));
    const client = await createModel(`${script}${path}`, options);
    // Reports name the file as the user did; where the folder lies is nobody's business.
    return { ...client, id: name };
  };
}
