import { raise } from "../python-exception.ts";
import { orElse } from "../values/or-else.ts";
import type { Value } from "../values/value.ts";
import type { CallArguments, Parameter } from "./callable.ts";

/** The arguments by parameter, as Python binds them: in order, then by name, then the defaults. */
export function bindArguments(
  id: string,
  parameters: readonly Parameter[],
  { positional, keywords }: CallArguments,
): ReadonlyMap<string, Value> {
  if (positional.length > parameters.length) {
    const counts = `${parameters.length + 1} positional arguments but ${positional.length + 1}`;
    raise("TypeError", `${id}() takes ${counts} were given`);
  }
  const bound = new Map<string, Value>();
  for (const [index, parameter] of parameters.entries()) {
    const given = orElse(positional[index], () => keywords.get(parameter.name));
    const value = orElse(given, () => parameter.default);
    if (value === undefined) {
      raise("TypeError", `${id}() missing 1 required positional argument: '${parameter.name}'`);
    }
    bound.set(parameter.name, value);
  }
  const positionals = new Set(parameters.slice(0, positional.length).map(({ name }) => name));
  for (const name of keywords.keys()) {
    if (positionals.has(name))
      raise("TypeError", `${id}() got multiple values for argument '${name}'`);
    if (!bound.has(name)) {
      raise("TypeError", `${id}() got an unexpected keyword argument '${name}'`);
    }
  }
  return bound;
}
