import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { TemplateError, templateVariables } from "../../flow/index.ts";
import { type Mocks, parseMocks, type UnmockedPolicy } from "../../tools/index.ts";
import { withoutPlaces } from "../safety/places.ts";
import type { SuiteFrame } from "./suite-frame.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

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
  for (const [, { rules }] of mocks) {
    for (const { written, answer } of rules) {
      if (written === undefined || !answer.isTemplate) continue;
      checkTemplates(answer.content, [...path, ...written.path, written.answerKey], reader);
    }
  }
  return mocks;
}

/** A template that cannot be read, or wants what it is not given, would end the first trial that meets it. */
function checkTemplates(content: JsonValue, path: SuitePath, reader: SuiteReader): void {
  if (isJsonArray(content)) {
    for (const [index, item] of content.entries()) checkTemplates(item, [...path, index], reader);
  } else if (isJsonObject(content)) {
    for (const [key, item] of Object.entries(content)) checkTemplates(item, [...path, key], reader);
  }
  if (typeof content !== "string" || !/\{[{%]/u.test(content)) return;
  const code = "TOOL_MOCK_INVALID";
  try {
    const other = templateVariables(withoutPlaces(content)).find((name) => name !== "args");
    if (other === undefined) return;
    const hint = "its only variable is args, the arguments of the call";
    reader.add({ path, code, message: `the template uses "${other}", which there is not`, hint });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const hint =
      "a text with {{ or {% is a template over args; write {{ '{{' }} for the sign itself";
    reader.add({
      path,
      code,
      message: `the template cannot be read: ${error.message.replace(/\.$/, "")}`,
      hint,
    });
  }
}

/** What `unmocked:` says, if it says something. */
export function unmockedOf(value: JsonValue | undefined): UnmockedPolicy | undefined {
  return value === "suite_error" || value === "tool_error" ? value : undefined;
}
