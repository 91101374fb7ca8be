import { isAbsolute, join } from "node:path";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { type Flow, TemplateError } from "../../../flow/index.ts";
import { shownPath } from "../../../platform/index.ts";
import { listOf } from "../../check/list-of.ts";
import { expectedErrors } from "../../expected-errors.ts";
import type { TargetBlock, TargetFrame } from "../target-frame.ts";
import { chatFlow, type ChatParts } from "./chat-flow.ts";
import type { ChatTarget } from "./chat-target.ts";
import { noRegistries } from "./no-registries.ts";

const promptFile = /^[^\n{}]+\.(?:md|txt|jinja2?|j2)$/iu;

/** Reads `chat:` of a target, whose form is right; what is wrong besides is reported. */
export async function readChat(
  block: JsonObject,
  { path, model }: TargetBlock,
  frame: TargetFrame,
): Promise<Omit<ChatTarget, "name"> | undefined> {
  const at: TargetBlock = { path: [...path, "chat"], model };
  const { prompt, model: own, max_tokens: maxTokens, temperature } = block;
  const tools = toolsOf(block["tools"], at, frame);
  const inputs = await contextOf(block["context"], at, frame);
  const text = typeof prompt === "string" ? await promptOf(prompt, at, frame) : undefined;
  if (text === undefined || tools === undefined || inputs === undefined) return undefined;
  const flow = flowOf({ prompt: text, tools }, at, frame);
  if (flow === undefined) return undefined;
  const settings = {
    maxTokens: typeof maxTokens === "number" ? maxTokens : undefined,
    temperature: typeof temperature === "number" ? temperature : undefined,
  };
  return {
    kind: "chat",
    flow,
    reference: "chat",
    version: "",
    source: flow.text,
    model: model ?? (typeof own === "string" ? own : undefined),
    session: { chat: { ...settings, isClassic: true } },
    inputs,
    registries: noRegistries,
    registryTexts: new Map(),
  };
}

async function promptOf(
  written: string,
  { path }: TargetBlock,
  { reader, files, folder, cwd }: TargetFrame,
): Promise<string | undefined> {
  if (!promptFile.test(written)) return written;
  const file = isAbsolute(written) ? written : join(folder, written);
  const text = await files.read(file);
  if (text !== undefined && text.trim() !== "") return text;
  reader.add({
    path: [...path, "prompt"],
    code: "TARGET_INVALID",
    message:
      text === undefined ? `there is no prompt ${written}` : `the prompt ${written} is empty`,
    hint: `the path is relative to the suite's folder: ${shownPath(file, cwd)} was looked for`,
  });
  return undefined;
}

/** A classic chat looks things up, and changes nothing. Which names there are shows when all mocks are read. */
function toolsOf(
  value: JsonValue | undefined,
  { path }: TargetBlock,
  { reader, toolCatalog }: TargetFrame,
): readonly string[] | undefined {
  const names = listOf(value).filter((name) => typeof name === "string");
  const writing = names.filter((name) => toolCatalog.tool(name)?.writes === true);
  for (const name of writing) {
    reader.add({
      path: [...path, "tools", names.indexOf(name)],
      code: "TARGET_INVALID",
      message: `the tool "${name}" writes, and a chat has only tools that read`,
      hint: "leave it out, or test a flow",
    });
  }
  return writing.length === 0 ? names : undefined;
}

async function contextOf(
  value: JsonValue | undefined,
  { path }: TargetBlock,
  { reader, files, folder, cwd }: TargetFrame,
): Promise<JsonObject | undefined> {
  const inputs: Record<string, JsonValue> = {};
  let isRight = true;
  for (const [name, given] of Object.entries(isJsonObject(value) ? value : {})) {
    const written =
      isJsonObject(given) && Object.keys(given).length === 1 ? given["file"] : undefined;
    if (typeof written !== "string") {
      inputs[name] = given;
      continue;
    }
    const file = isAbsolute(written) ? written : join(folder, written);
    const text = await files.read(file);
    if (text === undefined) {
      const message = `there is no file ${written}`;
      const hint = `the path is relative to the suite's folder: ${shownPath(file, cwd)} was looked for`;
      reader.add({
        path: [...path, "context", name, "file"],
        code: "TARGET_INVALID",
        message,
        hint,
      });
      isRight = false;
    } else inputs[name] = text;
  }
  return isRight ? inputs : undefined;
}

function flowOf(
  { prompt, tools }: Pick<ChatParts, "prompt" | "tools">,
  { path }: TargetBlock,
  { reader }: TargetFrame,
): Flow | undefined {
  const { file } = reader.placeOf([...path, "prompt"], false);
  try {
    return chatFlow({ prompt, tools, file });
  } catch (error) {
    const at = [...path, "prompt"];
    if (error instanceof TemplateError) {
      const message = `the prompt cannot be read: ${error.message}`;
      reader.add({ path: at, code: "TARGET_INVALID", message, cause: error });
    } else {
      for (const { message } of expectedErrors(error)) {
        reader.add({ path: at, code: "TARGET_INVALID", message: `the prompt: ${message}` });
      }
    }
    return undefined;
  }
}
