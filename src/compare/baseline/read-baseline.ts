import type { ComparedSystem } from "../cases/compared-system.ts";
import { parseBaseline } from "./parse-baseline.ts";
import { systemOfBaseline } from "./system-of-baseline.ts";

/**
 * Reads a baseline file as one side of a comparison.
 *
 * @throws AppError or AppErrors COMPARE_BASELINE_INVALID with everything that is wrong with it.
 */
export async function readBaseline(text: string, file: string): Promise<ComparedSystem> {
  return systemOfBaseline(await parseBaseline(text, file));
}
