import { attempt } from "../callable/attempt.ts";
import type { Program } from "../program/run.ts";
import { raise } from "../python-exception.ts";
import { cursorOf } from "../values/cursor.ts";
import { keyOf } from "../values/dict.ts";
import { isDict, isSequence, isText, plain } from "../values/kinds.ts";
import { textOf } from "../values/text-of.ts";
import { truthOf } from "../values/truth.ts";
import { typeNameOf } from "../values/type-name.ts";
import { failUndefined, undefinedMessage } from "../values/undefined.ts";
import { Undefined, type Value } from "../values/value.ts";
import type { Budget } from "./budget.ts";

/** Gives the template of a name; undefined when there is none. */
export type ProgramLoader = (name: string) => Program | undefined;

/** The template that a value names. */
export function loadOne(name: Value, loader: ProgramLoader | undefined, budget: Budget): Program {
  if (loader === undefined) return raise("TypeError", "no loader for this environment specified");
  if (name instanceof Undefined) return failUndefined(name, budget);
  if (!isText(name)) {
    keyOf(name);
    return raise("AttributeError", `'${typeNameOf(name)}' object has no attribute 'split'`);
  }
  const program = loader(plain(name)) ?? raise("TemplateNotFound", plain(name));
  if (program.refusal !== undefined) throw program.refusal;
  budget.scan(program.unit.source.length);
  return program;
}

/** The first template that exists among those that a value names. */
export function loadFirst(
  names: Value,
  loader: ProgramLoader | undefined,
  budget: Budget,
): Program {
  if (names instanceof Undefined) return failUndefined(names, budget);
  if (!truthOf(names)) {
    return raise("TemplatesNotFound", "Tried to select from an empty list of templates.");
  }
  const cursor = cursorOf(names, budget);
  const tried: string[] = [];
  for (let name = cursor.next(); name !== undefined; name = cursor.next()) {
    const wanted = name;
    const missing = ["TemplateNotFound", "TemplatesNotFound", "UndefinedError"];
    const program = attempt(missing, () => loadOne(wanted, loader, budget));
    if (program !== undefined) return program;
    const undefinedName = wanted instanceof Undefined;
    tried.push(undefinedName ? undefinedMessage(wanted, budget) : textOf(wanted, budget));
  }
  return failNone(names, tried);
}

/** Jinja2 wants the last name for its message, which not everything can give that has names. */
function failNone(names: Value, tried: readonly string[]): never {
  if (isDict(names)) return raise("KeyError", "-1");
  if (!isSequence(names) && !isText(names)) {
    return raise("TypeError", `'${typeNameOf(names)}' object is not subscriptable`);
  }
  return raise("TemplatesNotFound", `none of the templates given were found: ${tried.join(", ")}`);
}
