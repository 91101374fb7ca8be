import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Place } from "../../core/position.ts";
import { compileSchema, schemaErrors, validateFormat } from "../../schema/index.ts";
import { readYaml, type YamlFile, yamlErrors } from "../../yaml/index.ts";
import type { ScriptPath } from "./compilation.ts";
import { compileScript } from "./compile-script.ts";
import type { ScriptFile } from "./script-file.ts";
import type { Script } from "./script.ts";

/**
 * Reads a script.
 *
 * @throws AppError or AppErrors with everything that is wrong with it, each with its place.
 */
export async function parseScript(text: string, file: string): Promise<Script> {
  const yaml = readYaml(text, file);
  throwAll(yamlErrors(yaml.problems, file));
  const { value } = yaml;
  const errors = schemaErrors(await validateFormat("script", value), yaml, "SCRIPT_INVALID");
  assertScript(value, errors);
  return compileScript(value, {
    file,
    placeOf: (path) => placeIn(yaml, path),
    compileSchema,
  });
}

/** Says to the compiler what the schema has said. */
function assertScript(_value: unknown, errors: readonly AppError[]): asserts _value is ScriptFile {
  throwAll(errors);
}

/** Of a value, or of the nearest around it: a matcher's problem may lie in a key that is not there. */
function placeIn({ file, rangeOf }: YamlFile, path: ScriptPath): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const range = rangeOf(path.slice(0, length));
    if (range !== undefined) return { file, ...range.start };
  }
  return { file };
}
