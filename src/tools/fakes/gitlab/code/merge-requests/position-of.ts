import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { numberParam, textParam } from "../../core/params.ts";
import { RestError } from "../../core/rest.ts";
import { diffLines } from "./diff-lines.ts";
import { diffsOf } from "./merge-request-diff.ts";
import type { Position } from "./merge-request.ts";
import type { NoteContext } from "./show-discussion.ts";

/**
 * The line of the diff that a `position` names; null without one.
 *
 * @throws RestError where the diff has no such line, as GitLab finds no line code for it
 */
export function positionOf(value: JsonValue | undefined, context: NoteContext): Position | null {
  if (!isJsonObject(value)) return null;
  const position = readPosition(value);
  const { mergeRequest, project, world } = context;
  const file = diffsOf(mergeRequest, project, world).find(
    ({ oldPath, newPath }) => newPath === position.newPath && oldPath === position.oldPath,
  );
  const isLine = diffLines(file?.diff ?? "").some(
    ({ oldLine, newLine }) => oldLine === position.oldLine && newLine === position.newLine,
  );
  if (isLine) return position;
  const problem = `{:line_code=>["can't be blank", "must be a valid line code"]}`;
  throw new RestError(400, { message: `400 Bad request - Note ${problem}` });
}

function readPosition(value: JsonObject): Position {
  const newPath = textParam(value, "new_path") ?? textParam(value, "old_path") ?? "";
  return {
    newPath,
    oldPath: textParam(value, "old_path") ?? newPath,
    oldLine: numberParam(value, "old_line") ?? null,
    newLine: numberParam(value, "new_line") ?? null,
  };
}
