import { lintText, type LintOptions } from "../lint-text.ts";
import { type Find, type FixedText, fixText } from "./fix-text.ts";

/** Repairs in a flow config what these options let be reported and is safe to repair. */
export function fixFlow(
  { text, path }: { readonly text: string; readonly path: string },
  options: LintOptions = {},
): FixedText {
  const find: Find = (each) => lintText(each, path, options);
  const { knowledge, mcpTools } = options;
  const serviceOnly: LintOptions = { ...(knowledge && { knowledge }), mcpTools, only: ["service"] };
  const serviceErrors: Find = (each) => {
    return lintText(each, path, serviceOnly).filter(({ severity }) => severity === "error");
  };
  return fixText(text, { find, serviceErrors });
}
