import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { Arguments } from "../../syntax/expression.ts";
import { findCursor, listOf } from "../../values/cursor.ts";
import { dictEntries } from "../../values/dict.ts";
import { isDict, isText, plain } from "../../values/kinds.ts";
import { typeNameOf } from "../../values/type-name.ts";
import { failUndefined } from "../../values/undefined.ts";
import { Undefined, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { repeatedNames } from "../repeated-names.ts";
import type { Evaluate, Run } from "../run.ts";
import { isPythonKeyword } from "./python-keyword.ts";

/** The values of the arguments. */
export interface EvaluatedArguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** Arguments in the order in which Python evaluates them: what is behind `*` before the named. */
export function compileArguments(
  args: Arguments,
  frame: Frame,
  compiler: Compiler,
): (run: Run) => EvaluatedArguments {
  const positional = args.positional.map((node) => compiler.part(node, frame));
  const keywords = args.keywords.map(
    ({ name, value }) => [name, compiler.part(value, frame)] as const,
  );
  const rest = args.rest && compiler.part(args.rest, frame);
  const keywordRest = args.keywordRest && compiler.part(args.keywordRest, frame);
  if (!frame.isConstant) refuseRepeated(args, compiler);
  if (keywords.length === 0 && rest === undefined && keywordRest === undefined) {
    return (run) => ({ positional: positional.map((part) => part(run)), keywords: noKeywords });
  }
  return (run) => {
    const values = positional.map((part) => part(run));
    if (rest !== undefined) values.push(...spread(rest, run));
    const named = new Map(keywords.map(([name, part]) => [name, part(run)]));
    if (keywordRest !== undefined) spreadKeywords(keywordRest(run), named, run);
    return { positional: values, keywords: named };
  };
}

const noKeywords: ReadonlyMap<string, Value> = new Map<string, Value>();

/** Jinja2 writes names that are words of Python's in another form, where repeating one is fine. */
function refuseRepeated({ keywords }: Arguments, compiler: Compiler): void {
  if (keywords.some(({ name }) => isPythonKeyword(name))) return;
  for (const { name, value } of repeatedNames(keywords)) {
    compiler.refuse(`keyword argument repeated: ${name}`, value.at);
  }
}

function spread(rest: Evaluate, run: Run): readonly Value[] {
  const value = rest(run);
  const { budget } = run.host;
  if (value instanceof Undefined || findCursor(value, budget) !== undefined) {
    return listOf(value, budget);
  }
  const name = typeNameOf(value);
  return raise("TypeError", `Value after * must be an iterable, not ${name}`);
}

function spreadKeywords(value: Value, named: Map<string, Value>, { host }: Run): void {
  if (value instanceof Undefined) failUndefined(value, host.budget);
  if (!isDict(value)) {
    return raise("TypeError", `argument after ** must be a mapping, not ${typeNameOf(value)}`);
  }
  for (const [key, item] of dictEntries(value)) {
    if (!isText(key)) raise("TypeError", "keywords must be strings");
    const name = plain(key);
    if (named.has(name)) raise("TypeError", `got multiple values for keyword argument '${name}'`);
    named.set(name, item);
  }
}
