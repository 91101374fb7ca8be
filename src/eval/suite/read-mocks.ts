import type { JsonValue } from "../../core/json.ts";
import { type Mocks, parseMocks, type UnmockedPolicy } from "../../tools/index.ts";
import type { SuiteFrame } from "./suite-frame.ts";
import type { SuitePath } from "./suite-reader.ts";

/** What a block of mocks is read against. */
export type MocksFrame = Pick<SuiteFrame, "reader" | "files" | "folder" | "toolCatalog"> &
  Partial<Pick<SuiteFrame, "mocks">>;

/** Reads a `tools:` block; none where there is none. */
export async function readMocks(
  block: JsonValue | undefined,
  path: SuitePath,
  { reader, files, folder, toolCatalog: catalog, mocks: outer }: MocksFrame,
): Promise<Mocks> {
  if (block === undefined) return new Map();
  const around = outer === undefined ? {} : { outer };
  const { mocks, problems } = await parseMocks(block, { folder, files, catalog, ...around });
  for (const problem of problems) {
    const at = [...path, ...problem.path];
    // The schema has said it already, unless it looked at something else.
    if (problem.inSchema && !reader.wellFormed(at)) continue;
    const { code, message, hint, atKey } = problem;
    reader.add({ path: at, code, message, hint, atKey });
  }
  return mocks;
}

/** What `unmocked:` says, if it says something. */
export function unmockedOf(value: JsonValue | undefined): UnmockedPolicy | undefined {
  return value === "suite_error" || value === "tool_error" ? value : undefined;
}
