import { dirname, isAbsolute, join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { validateFormat } from "../../schema/index.ts";
import { layOver } from "../../tools/index.ts";
import { readYaml, yamlErrors } from "../../yaml/index.ts";
import { readFolder } from "./read-folder.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** What a `fakes:` block is read with. */
interface FakesFrame {
  readonly reader: SuiteReader;
  readonly files: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
}

/**
 * A `fakes:` block with the files that it names in it: `from` of a workspace is a folder of files, `from`
 * of a GitLab a YAML file with the same block. What the block itself says is laid over them.
 */
export async function readFakesBlock(
  block: JsonValue | undefined,
  path: SuitePath,
  frame: FakesFrame,
): Promise<JsonObject | undefined> {
  if (!isJsonObject(block) || !frame.reader.wellFormed(path)) return undefined;
  const { workspace, gitlab } = block;
  return {
    ...(isJsonObject(workspace) && {
      workspace: await withFolder(workspace, [...path, "workspace"], frame),
    }),
    ...(isJsonObject(gitlab) && { gitlab: await withFile(gitlab, [...path, "gitlab"], frame) }),
  };
}

async function withFolder(
  block: JsonObject,
  path: SuitePath,
  { reader, files, folder }: FakesFrame,
): Promise<JsonObject> {
  const { from, ...rest } = block;
  if (typeof from !== "string") return block;
  try {
    const found = await readFolder(isAbsolute(from) ? from : join(folder, from), files);
    if (found !== undefined) return layOver({ files: found }, rest);
    reader.add({
      path: [...path, "from"],
      code: "EVAL_FAKE_INVALID",
      message: `there is no folder ${from} with files in it`,
      hint: "the path is relative to the suite's folder",
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reader.addError(error, [...path, "from"]);
  }
  return rest;
}

async function withFile(
  block: JsonObject,
  path: SuitePath,
  { reader, files, folder }: FakesFrame,
): Promise<JsonObject> {
  const { from, ...rest } = block;
  if (typeof from !== "string") return block;
  const add = (message: string, hint: string): void => {
    reader.add({ path: [...path, "from"], code: "EVAL_FAKE_INVALID", message, hint });
  };
  const file = isAbsolute(from) ? from : join(folder, from);
  let text: string | undefined;
  try {
    text = await files.read(file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reader.addError(error, [...path, "from"]);
    return rest;
  }
  if (text === undefined) {
    add(`there is no file ${from}`, `the path is relative to the suite's folder, ${dirname(from)}`);
    return rest;
  }
  const yaml = readYaml(text, from);
  const broken = yamlErrors(yaml.problems, from);
  for (const error of broken) reader.addElsewhere(error);
  if (broken.length > 0) return rest;
  const problems = await validateFormat("gitlab-fake", yaml.value);
  for (const problem of problems) {
    const range = yaml.rangeOf(problem.path, problem.atKey ? "key" : "value");
    reader.addElsewhere(
      new AppError("EVAL_FAKE_INVALID", problem.message, {
        hint: problem.hint,
        place: { file: from, ...range?.start },
      }),
    );
  }
  return problems.length === 0 && isJsonObject(yaml.value) ? layOver(yaml.value, rest) : rest;
}
