import { flowIdentity } from "../change/flow-identity.ts";
import { releasedBase } from "../change/released-base.ts";
import { lintText, type LintOptions } from "../lint-text.ts";
import { releasedConfig } from "../rules/policy/released-config.ts";
import { type Find, type FixedText, fixText } from "./fix-text.ts";

/** What came of the repair of a flow. */
export interface FixedFlow extends FixedText {
  /** Whether nothing was repaired because the version is released, and every repair would change it. */
  readonly released: boolean;
}

/** Repairs in a flow config what these options let be reported and is safe to repair. */
export function fixFlow(
  { text, path }: { readonly text: string; readonly path: string },
  options: LintOptions = {},
): FixedFlow {
  const find: Find = (each) => lintText(each, path, options);
  if (isReleased(path, options)) {
    const remaining = find(text);
    const released = remaining.some(({ fix }) => fix !== undefined);
    return { text, fixed: [], found: remaining.length, remaining, released };
  }
  const { knowledge, mcpTools } = options;
  const serviceOnly: LintOptions = { ...(knowledge && { knowledge }), mcpTools, only: ["service"] };
  const serviceErrors: Find = (each) => {
    return lintText(each, path, serviceOnly).filter(({ severity }) => severity === "error");
  };
  return { ...fixText(text, { find, serviceErrors }), released: false };
}

/** Whether a change to the file is what these options let be reported. */
function isReleased(file: string, options: LintOptions): boolean {
  const { id, origin } = releasedConfig;
  const { only, severities, change, knowledge = {}, identity = flowIdentity(file) } = options;
  if (only?.includes(origin) === false || severities?.get(id) === "off") return false;
  return releasedBase({ identity, change, file, knowledge }) !== undefined;
}
