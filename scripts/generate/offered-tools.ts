import type { OfferedTool } from "../../src/flow/schema/index.ts";
import { catalogTool, catalogToolNames } from "../../src/tools/index.ts";

/** The service's tools, as far as editors need to know them. */
export const offeredTools: readonly OfferedTool[] = catalogToolNames.flatMap((name) => {
  const tool = catalogTool(name);
  if (tool === undefined) return [];
  const { summary, executable, optionKeys } = tool;
  return [{ name, summary: `${summary}.`, optionNames: executable ? optionKeys : undefined }];
});
