import { isAbsolute, join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { ChatMessage, ToolMessage } from "../../model/index.ts";
import { shownPath } from "../../platform/index.ts";
import { loadFormat } from "../../schema/index.ts";
import { readYaml, yamlErrors } from "../../yaml/index.ts";
import { listOf } from "../check/list-of.ts";
import { readJsonl } from "./rows/read-jsonl.ts";
import { type SuitePath, type SuiteReader, yamlPlaces } from "./suite-reader.ts";

/** What conversations are read with. */
export interface ContinuesFrame {
  readonly reader: SuiteReader;
  readonly historyFiles: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
  /** Working directory, absolute. */
  readonly cwd: string;
}

/** Reads `continues:` of a case; nothing where there is none, or it cannot be read, which is reported. */
export async function readContinues(
  value: JsonValue | undefined,
  path: SuitePath,
  frame: ContinuesFrame,
): Promise<readonly ChatMessage[]> {
  if (value === undefined || !frame.reader.wellFormed(path)) return [];
  const exchanges = typeof value === "string" ? await readFile(value, path, frame) : value;
  return listOf(exchanges).flatMap((each, index) =>
    isJsonObject(each) ? messagesOf(each, index) : [],
  );
}

async function readFile(
  written: string,
  path: SuitePath,
  { reader, historyFiles, folder, cwd }: ContinuesFrame,
): Promise<JsonValue | undefined> {
  const absolute = isAbsolute(written) ? written : join(folder, written);
  const file = shownPath(absolute, cwd);
  const text = await historyFiles.read(absolute);
  if (text === undefined) {
    reader.add({
      path,
      code: "EVAL_CONTINUES_INVALID",
      message: `there is no conversation ${written}`,
      hint: `the path is relative to the suite's folder: ${file} was looked for`,
    });
    return undefined;
  }
  const { value, errors } = /\.(?:jsonl|ndjson)$/iu.test(written)
    ? await readLines(text, file)
    : await readWhole(text, file);
  for (const error of errors) reader.addElsewhere(error);
  return errors.length === 0 ? value : undefined;
}

interface ReadConversation {
  readonly value: JsonValue | undefined;
  readonly errors: readonly AppError[];
}

async function readWhole(text: string, file: string): Promise<ReadConversation> {
  const yaml = readYaml(text, file);
  const broken = yamlErrors(yaml.problems, file);
  if (broken.length > 0) return { value: undefined, errors: broken };
  const validate = await loadFormat("conversation");
  const { placeOf } = yamlPlaces(yaml);
  const errors = validate(yaml.value).map(({ path, atKey, message, hint }) => {
    return new AppError("EVAL_CONTINUES_INVALID", message, { place: placeOf(path, atKey), hint });
  });
  return { value: yaml.value, errors };
}

async function readLines(text: string, file: string): Promise<ReadConversation> {
  const validate = await loadFormat("conversation");
  const lines: JsonObject[] = [];
  const errors: AppError[] = [];
  for (const row of readJsonl(text, file)) {
    if (row instanceof AppError) {
      errors.push(new AppError("EVAL_CONTINUES_INVALID", row.message, { place: row.place }));
      continue;
    }
    lines.push(row.cells);
    for (const { message, hint } of validate([row.cells])) {
      errors.push(new AppError("EVAL_CONTINUES_INVALID", message, { place: row.placeOf(), hint }));
    }
  }
  if (lines.length === 0) {
    errors.push(
      new AppError("EVAL_CONTINUES_INVALID", "the file has no line", { place: { file } }),
    );
  }
  return { value: lines, errors };
}

/** As the service stores it: the user's message, the calls with their results, the answer. */
function messagesOf(exchange: JsonObject, index: number): readonly ChatMessage[] {
  const { user, assistant } = exchange;
  const calls = listOf(exchange["calls"])
    .filter(isJsonObject)
    .map((call, number) => {
      const { tool, args, result } = call;
      const id = `earlier-${index + 1}-${number + 1}`;
      const name = typeof tool === "string" ? tool : "";
      const made = { type: "tool_call", id, name, args: isJsonObject(args) ? args : {} } as const;
      const content = typeof result === "string" ? result : JSON.stringify(result ?? null);
      const isError = call["is_error"] === true;
      const message: ToolMessage = { role: "tool", callId: id, name, content, isError };
      return { made, message };
    });
  return [
    { role: "user", text: typeof user === "string" ? user : "" },
    ...(calls.length === 0
      ? []
      : [
          { role: "assistant" as const, parts: calls.map(({ made }) => made) },
          ...calls.map(({ message }) => message),
        ]),
    {
      role: "assistant",
      parts: [{ type: "text", text: typeof assistant === "string" ? assistant : "" }],
    },
  ];
}
