import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { isText } from "./kinds.ts";
import { reprOf } from "./repr.ts";
import { objectName } from "./type-name.ts";
import type { Undefined } from "./value.ts";

/** Raises what using an undefined value raises. */
export function failUndefined(value: Undefined, budget: Budget): never {
  raise(value.origin.exception ?? "UndefinedError", undefinedMessage(value, budget));
}

/** What Jinja2 says when an undefined value is used. */
export function undefinedMessage({ origin }: Undefined, budget: Budget): string {
  if (origin.hint !== undefined) return origin.hint;
  const name = reprOf(origin.name ?? null, budget);
  if (origin.object === undefined) return `${name} is undefined`;
  const owner = objectName(origin.object);
  return isText(origin.name ?? null)
    ? `'${owner}' has no attribute ${name}`
    : `${owner} has no element ${name}`;
}

/** What an undefined value prints: nothing, or, to debug, what was asked for. */
export function undefinedText({ origin }: Undefined, budget: Budget): string {
  if (origin.debug !== true) return "";
  if (origin.hint !== undefined) return `{{ undefined value printed: ${origin.hint} }}`;
  const name = reprOf(origin.name ?? null, budget);
  if (origin.object === undefined)
    return `{{ ${typeof origin.name === "string" ? origin.name : name} }}`;
  return `{{ no such element: ${objectName(origin.object)}[${name}] }}`;
}
