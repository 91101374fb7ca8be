import { join } from "node:path";
import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { JsonValue } from "../../core/json.ts";
import { schemaErrors, validateFormat } from "../../schema/index.ts";
import { readYaml } from "../../yaml/index.ts";
import type { Calibration } from "./calibration-file.ts";

/**
 * Reads what is known of judges: every `.json` file of a folder; nothing where there is no folder.
 *
 * @throws AppError or AppErrors EVAL_CALIBRATION_INVALID
 */
export async function readCalibrations(
  folder: string,
  files: Files,
): Promise<readonly Calibration[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith(".json"));
  const found: Calibration[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const text = await files.read(path);
    if (text !== undefined) found.push(await parseCalibration(text, path));
  }
  return found;
}

async function parseCalibration(text: string, file: string): Promise<Calibration> {
  const value = readJson(text, file);
  const problems = await validateFormat("calibration", value);
  throwAll(schemaErrors(problems, readYaml(text, file), "EVAL_CALIBRATION_INVALID"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it fits the schema
  return value as Calibration;
}

function readJson(text: string, file: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (error) {
    throw new AppError("EVAL_CALIBRATION_INVALID", "the file is not JSON", {
      place: { file },
      hint: "write it again with `flowproof eval calibrate`",
      cause: error,
    });
  }
}
