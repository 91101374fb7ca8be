import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import type { ToolOutcome } from "../../../tool-runtime.ts";
import type { Located } from "./locate.ts";
import { bodyText, reply, requestFailed, toolException } from "./reply.ts";
import { isSuccess } from "./rest.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

type Found = Extract<Located, { readonly ok: true }>;

/** Goes on with what the arguments name; where they name nothing, the tool fails with the reasons. */
export function located(place: Located, go: (found: Found) => ToolOutcome): ToolOutcome {
  return place.ok ? go(place) : toolException(place.message);
}

/** The arguments without some of them and without those that are null: what a tool sends on. */
export function sentArgs(args: JsonObject, without: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(args).filter(([key, value]) => value !== null && !without.includes(key)),
  );
}

/** A tool that reads: it puts the body, which it does not parse, below a key. */
export function readTool(
  world: World,
  path: string,
  { key, query = {} }: { readonly key: string; readonly query?: JsonObject },
): ToolOutcome {
  const response = send(world, ["GET", path], { query });
  if (!isSuccess(response)) return toolException(requestFailed(path, response));
  return reply({ [key]: bodyText(response) });
}

/** A tool that writes: what it makes of the parsed body. */
export function writeTool(
  world: World,
  [method, path]: readonly ["POST" | "PUT", string],
  { body, wrap }: { readonly body: JsonObject; readonly wrap: (body: JsonValue) => JsonObject },
): ToolOutcome {
  const response = send(world, [method, path], { body });
  if (!isSuccess(response)) return toolException(requestFailed(path, response));
  return reply(wrap(response.body));
}
