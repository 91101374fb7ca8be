import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { Range } from "../../core/position.ts";
import { type SchemaProblem, validateFormat } from "../../schema/index.ts";
import { readYaml, type YamlFile } from "../../yaml/index.ts";
import type { NodePath } from "../model/located.ts";
import type {
  DefinedAttribute,
  DefinedValue,
  Definition,
  DefinitionKind,
  DefinitionProblem,
  Definitions,
} from "./definition.ts";

/** What a `definitions.yml` defines, as far as it is YAML; whether it has the right shape is not asked. */
export function yamlDefinitions(text: string, file: string): Definitions {
  return definitionsOf(readYaml(text, file), text);
}

/** What a `definitions.yml` defines, and everything that is wrong with its shape. */
export async function checkedYamlDefinitions(text: string, file: string): Promise<Definitions> {
  const yaml = readYaml(text, file);
  const read = definitionsOf(yaml, text);
  // What broken YAML seems to say is not judged.
  if (read.broken) return read;
  const found = await validateFormat("definitions", yaml.value);
  return { ...read, problems: found.map((problem) => shapeProblem(problem, yaml)) };
}

function definitionsOf(yaml: YamlFile, text: string): Definitions {
  const problems = yaml.problems
    .filter(({ severity }) => severity === "error")
    .map(({ message, hint, range }): DefinitionProblem => ({ message, hint, at: [], range }));
  const definitions = [...definedIn("agent", yaml), ...definedIn("flow", yaml)];
  definitions.sort((a, b) => compareRanges(a.range, b.range));
  return {
    file: yaml.file,
    text,
    language: "yaml",
    definitions,
    problems,
    broken: problems.length > 0,
  };
}

function definedIn(kind: DefinitionKind, yaml: YamlFile): readonly Definition[] {
  const list = isJsonObject(yaml.value) ? yaml.value[`${kind}s`] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: JsonValue, index) => {
    if (!isJsonObject(entry)) return [];
    const at = [`${kind}s`, index];
    const attributes = new Map<string, DefinedAttribute>();
    for (const [name, value] of Object.entries(entry)) {
      const path = [...at, name];
      const keyRange = yaml.rangeOf(path, "key") ?? start;
      attributes.set(name, { ...valueOf(value, path, yaml), name, keyRange });
    }
    return [{ kind, attributes, open: false, at, range: yaml.rangeOf(at) ?? start }];
  });
}

function valueOf(value: JsonValue, at: NodePath, yaml: YamlFile): DefinedValue {
  const items = Array.isArray(value)
    ? value.map((item: JsonValue, index) => valueOf(item, [...at, index], yaml))
    : undefined;
  return { value, items, at, range: yaml.rangeOf(at) ?? start };
}

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function shapeProblem(
  { path, atKey, message, hint }: SchemaProblem,
  { rangeOf }: YamlFile,
): DefinitionProblem {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = atKey && length === path.length ? "key" : "value";
    const range = rangeOf(path.slice(0, length), part);
    if (range !== undefined) return { message, hint, at: path, range };
  }
  return { message, hint, at: path, range: start };
}

function compareRanges(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}
