import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { Target } from "./target.ts";

/** The key that makes a target what it is, and what may stand beside it. */
const kinds: Readonly<Record<Target["kind"], readonly string[] | undefined>> = {
  flow: undefined,
  chat: ["model"],
  http: [],
  recorded: [],
  duo_chat: [],
};

/** Whether a target is of one kind, and has nothing of another one; otherwise that is reported. */
export function checkKind(value: JsonValue, path: SuitePath, reader: SuiteReader): boolean {
  if (!isJsonObject(value)) return true;
  const named = Object.keys(kinds).filter((kind) => Object.hasOwn(value, kind));
  const [kind] = named;
  if (kind === undefined || named.length > 1) {
    // What it is may be hidden behind a mistyped key.
    if (kind === undefined && reader.hasUnknownKeys(path)) return false;
    reader.settle(path);
    reader.add({
      path,
      code: "EVAL_TARGET_INVALID",
      message:
        kind === undefined
          ? "the target says nothing of what is tested"
          : `the target is ${named.join(" and ")} at once`,
      hint: `write one of ${Object.keys(kinds).join(", ")}`,
    });
    return false;
  }
  const own = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  const foreign = Object.keys(value).find((key) => key !== kind && own?.includes(key) === false);
  if (foreign === undefined || !reader.wellFormed(path)) return true;
  reader.add({
    path: [...path, foreign],
    code: "EVAL_TARGET_INVALID",
    atKey: true,
    message: `a target of the kind ${kind} has no ${foreign}`,
    hint: "it belongs to a flow",
  });
  return false;
}
