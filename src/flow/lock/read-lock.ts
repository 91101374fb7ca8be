import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { schemaErrors, validateFormat } from "../../schema/index.ts";
import { readYaml, yamlErrors } from "../../yaml/index.ts";
import type { Lock } from "./lock.ts";

/**
 * Reads the text of a lock.
 *
 * @throws AppError or AppErrors with everything that is wrong in it, at its line and column
 */
export async function readLock(text: string, file: string): Promise<Lock> {
  const marks = text.split("\n").findIndex((line) => /^(?:<{7}|>{7}) /.test(line));
  if (marks >= 0) {
    throw new AppError("LOCK_INVALID", "it holds the marks of a merge conflict", {
      hint: "take either side whole; fetching again then writes what is missing",
      place: { file, line: marks + 1, column: 1 },
    });
  }
  // JSON is YAML, whose reader knows the places of mistakes.
  const yaml = readYaml(text, file);
  throwAll(yamlErrors(yaml.problems, file));
  throwAll(schemaErrors(await validateFormat("lock", yaml.value), yaml, "LOCK_INVALID"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just said so
  return yaml.value as Lock;
}
