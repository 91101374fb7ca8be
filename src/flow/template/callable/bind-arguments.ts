import { raise } from "../python-exception.ts";
import { orElse } from "../values/or-else.ts";
import type { Value } from "../values/value.ts";
import type { AnyArguments, CallArguments, Parameter } from "./callable.ts";

/** What takes arguments: a filter or a test. */
export interface Signature {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  /** Whether its arguments cannot be given by their names. */
  readonly unnamed?: boolean | undefined;
}

/** The arguments by parameter, as Python binds them: in order, then by name, then the defaults. */
export function bindArguments(
  { id, parameters, unnamed = false }: Signature,
  { positional, keywords }: CallArguments,
): ReadonlyMap<string, Value> {
  if (unnamed) refuseNamed(id, parameters.length, { positional, keywords });
  for (const name of keywords.keys()) {
    const index = parameters.findIndex((parameter) => parameter.name === name);
    if (index < 0) raise("TypeError", `${id}() got an unexpected keyword argument '${name}'`);
    if (index < positional.length)
      raise("TypeError", `${id}() got multiple values for argument '${name}'`);
  }
  if (positional.length > parameters.length) {
    raise("TypeError", `${id}() ${tooMany(parameters, positional.length)}`);
  }
  const bound = new Map<string, Value>();
  const missing: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const given = orElse(positional[index], () => keywords.get(parameter.name));
    const value = orElse(given, () => parameter.default);
    if (value === undefined) missing.push(`'${parameter.name}'`);
    else bound.set(parameter.name, value);
  }
  if (missing.length > 0) raise("TypeError", `${id}() ${tooFew(missing)}`);
  return bound;
}

function refuseNamed(id: string, count: number, { positional, keywords }: CallArguments): void {
  if (keywords.size > 0) raise("TypeError", `${id}() takes no keyword arguments`);
  if (positional.length === count) return;
  const counts = `${count + 1} arguments, got ${positional.length + 1}`;
  raise("TypeError", `${id} expected ${counts}`);
}

/** Any arguments but those whose names are taken; none of them belongs to a parameter. */
export function refuseTaken(
  id: string,
  { taken }: AnyArguments,
  keywords: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const name = taken.find((candidate) => keywords.has(candidate));
  if (name !== undefined) raise("TypeError", `${id}() got multiple values for argument '${name}'`);
  return new Map();
}

/** The input counts too, as Python counts it. */
function tooMany(parameters: readonly Parameter[], given: number): string {
  const most = parameters.length + 1;
  const least = parameters.filter((parameter) => parameter.default === undefined).length + 1;
  const takes = least === most ? `${most}` : `from ${least} to ${most}`;
  const what = most === 1 ? "argument" : "arguments";
  return `takes ${takes} positional ${what} but ${given + 1} were given`;
}

function tooFew(names: readonly string[]): string {
  const what = names.length === 1 ? "argument" : "arguments";
  return `missing ${names.length} required positional ${what}: ${names.join(" and ")}`;
}
