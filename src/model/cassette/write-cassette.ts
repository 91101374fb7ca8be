import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { writeYaml } from "../../yaml/index.ts";
import type { ChatMessage, SystemBlock, ToolDefinition } from "../chat.ts";
import type {
  CassetteFile,
  CassetteFileCall,
  CassetteFileMessage,
  CassetteFileSetup,
  CassetteFileTool,
} from "./cassette-file.ts";
import {
  askerKey,
  type Cassette,
  type CassetteCall,
  type CassetteSetup,
  type CassetteTrial,
} from "./cassette.ts";
import { isHeldByYaml } from "./held-json.ts";
import { NamedShelf } from "./named-shelf.ts";
import { messageToFile, replyToFile } from "./parts.ts";
import { sessionMark, withoutMark } from "./session-mark.ts";

/** Longer files of our own formats are not read. */
export const maxCassetteChars = 4_000_000;

/**
 * The text of a cassette's file: the same for the same traffic, sorted, and everything that several
 * requests share in one place, so that a change of it is one change.
 */
export function writeCassette({ suite, trials }: Cassette): string {
  const tools = new NamedShelf<CassetteFileTool>();
  const setups = new NamedShelf<CassetteFileSetup>();
  const prompts = new NamedShelf<readonly SystemBlock[]>();
  const shelves = { tools, prompts, setups };
  const sorted = trials.toSorted(byKey).map((trial) => {
    const session = sessionMark(trial);
    return {
      case: trial.case,
      target: trial.target,
      trial: trial.trial,
      now: new Date(trial.now).toISOString(),
      ...(session !== undefined && { session }),
      calls: callsOf(trial.calls, { ...shelves, session }),
    };
  });
  const file: CassetteFile = {
    cassette: suite,
    version: 1,
    tools: tools.sorted(),
    prompts: prompts.sorted(),
    setups: setups.sorted(),
    trials: sorted,
  };
  return writeYaml(plain(file));
}

interface Shelves {
  readonly tools: NamedShelf<CassetteFileTool>;
  readonly prompts: NamedShelf<readonly SystemBlock[]>;
  readonly setups: NamedShelf<CassetteFileSetup>;
  /** Mark of the session of the trial that is written. */
  readonly session: string | undefined;
}

function byKey(a: CassetteTrial, b: CassetteTrial): number {
  return compare(a.case, b.case) || compare(a.target, b.target) || a.trial - b.trial;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By who asks, because components may ask at the same time; the calls of each in their order. */
function callsOf(calls: readonly CassetteCall[], shelves: Shelves): readonly CassetteFileCall[] {
  const before = new Map<string, CassetteCall>();
  return calls
    .toSorted((a, b) => compare(askerKey(a), askerKey(b)))
    .map((call) => {
      const key = askerKey(call);
      const written = callToFile(call, before.get(key), shelves);
      before.set(key, call);
      return written;
    });
}

function callToFile(
  call: CassetteCall,
  before: CassetteCall | undefined,
  shelves: Shelves,
): CassetteFileCall {
  const { role, component, model, setup, messages, reply } = call;
  const sent = before?.messages ?? [];
  const keep = commonLength(sent, messages);
  return {
    role,
    ...(component !== undefined && { component }),
    model,
    setup: setupName(setup, component ?? role, shelves),
    ...(keep < sent.length && { keep }),
    messages: messages.slice(keep).map((message) => addedToFile(message, before)),
    reply: replyToFile(reply),
  };
}

function addedToFile(message: ChatMessage, before: CassetteCall | undefined): CassetteFileMessage {
  const isReply =
    message.role === "assistant" && isDeepStrictEqual(message.parts, before?.reply.parts);
  return isReply ? { role: "reply" } : messageToFile(message);
}

function commonLength(a: readonly ChatMessage[], b: readonly ChatMessage[]): number {
  let length = 0;
  while (length < a.length && length < b.length && isDeepStrictEqual(a[length], b[length])) {
    length += 1;
  }
  return length;
}

function setupName(setup: CassetteSetup, asker: string, shelves: Shelves): string {
  const shared = withoutMark(setup, shelves.session);
  const identity = canonicalJson(plain(shared));
  return shelves.setups.nameOf(asker, identity, () => setupToFile(shared, asker, shelves));
}

function setupToFile(
  setup: CassetteSetup,
  asker: string,
  { tools: shelf, prompts }: Shelves,
): CassetteFileSetup {
  const { system, tools, toolChoice, maxTokens, temperature, stop } = setup;
  return {
    prompt: prompts.nameOf(asker, canonicalJson(plain(system)), () => system),
    ...(tools.length > 0 && { tools: tools.map((tool) => toolName(tool, shelf)) }),
    ...(toolChoice !== undefined && { tool_choice: toolChoice }),
    max_tokens: maxTokens,
    ...(temperature !== undefined && { temperature }),
    ...(stop !== undefined && { stop }),
  };
}

function toolName(tool: ToolDefinition, shelf: NamedShelf<CassetteFileTool>): string {
  const { name, description, inputSchema } = tool;
  return shelf.nameOf(name, canonicalJson(plain(tool)), () => ({
    name,
    description,
    ...(isHeldByYaml(inputSchema)
      ? { input_schema: inputSchema }
      : { input_schema_json: JSON.stringify(inputSchema) }),
  }));
}

function plain(value: object): JsonValue {
  const json: JsonValue = JSON.parse(JSON.stringify(value));
  return json;
}
