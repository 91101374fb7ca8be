import { dirname } from "node:path";
import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import type { ErrorCode } from "../../src/core/errors/codes/index.ts";
import type { Files } from "../../src/core/files.ts";
import { isJsonObject, type JsonValue } from "../../src/core/json.ts";
import { schemaErrors, type SchemaProblem, validateFormat } from "../../src/schema/index.ts";
import { readYaml, yamlErrors, type YamlFile } from "../../src/yaml/index.ts";

/** The blocks of a suite that the command line takes, each under the name of its flag. */
export type BlockName = "context" | "tools" | "human";

/** A block of a suite that stands in a file of its own, or on the command line itself. */
export interface GivenBlock {
  readonly value: JsonValue | undefined;
  /** What paths in the block are relative to. */
  readonly folder: string;
  /** An error for each problem, at its place in what was given. */
  errorsOf(problems: readonly SchemaProblem[], code: ErrorCode): readonly AppError[];
}

/**
 * Reads what a flag was given: the path of a YAML or JSON file, or such text itself, which begins with a
 * bracket. The block may stand there as in a suite, below its name.
 */
export async function readBlock(given: string, name: BlockName, files: Files): Promise<GivenBlock> {
  const isText = /^\s*[[{]/.test(given);
  const text = isText ? given : await files.read(given);
  if (text === undefined) {
    const message = `there is no file "${given}" (--${name})`;
    const hint = `paths on the command line are relative to the working folder; ${inlineHints[name]}`;
    throw new AppError("FILE_NOT_FOUND", message, { hint });
  }
  const yaml = readYaml(text, isText ? `--${name}` : given);
  throwAll(yamlErrors(yaml.problems, yaml.file));
  const folder = isText ? "." : dirname(given);
  return { folder, ...unwrap(yaml, name) };
}

const inlineHints: Readonly<Record<BlockName, string>> = {
  context: `JSON begins with a bracket: '{ "project": "shop/web" }'`,
  tools: `JSON begins with a bracket: '{ "get_issue": { "returns": "…" } }'`,
  human: `JSON begins with a bracket: '["approve"]'`,
};

function unwrap(yaml: YamlFile, name: BlockName): Pick<GivenBlock, "value" | "errorsOf"> {
  const { file, value, rangeOf } = yaml;
  const isNamed = isJsonObject(value) && Object.keys(value).join() === name;
  const prefix = isNamed ? [name] : [];
  return {
    value: isNamed ? value[name] : value,
    errorsOf: (problems, code) =>
      schemaErrors(
        problems,
        { file, rangeOf: (path, part) => rangeOf([...prefix, ...path], part) },
        code,
      ),
  };
}

const places = {
  context: ["context"],
  tools: ["tools"],
  human: ["cases", 0, "human"],
} as const;

/** What is wrong with the form of a block, by the schema of suites: what holds there holds here. */
export async function blockProblems(
  value: JsonValue | undefined,
  name: BlockName,
): Promise<readonly SchemaProblem[]> {
  const given = value ?? null;
  const suite: JsonValue =
    name === "human"
      ? { suite: "s", cases: [{ id: "c", human: given }] }
      : { suite: "s", cases: [{ id: "c" }], [name]: given };
  const place = places[name];
  const problems = await validateFormat("suite", suite);
  return problems
    .filter(({ path }) => place.every((segment, index) => path[index] === segment))
    .map((problem) => ({ ...problem, path: problem.path.slice(place.length) }));
}
