import { join } from "node:path";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { Redactor } from "../../core/secrets/redactor.ts";
import type { PairWinner } from "../../judge/index.ts";
import { appendSharedLines, readSharedLines } from "../../platform/index.ts";
import type { PairRequest } from "./pair-requests.ts";

/** A judgment that was paid for. */
export interface KeptPreference {
  readonly key: string;
  readonly winner: PairWinner;
  readonly evidence: string;
  readonly reasoning: string;
}

/** The judgments that the folder of a run keeps, so that none is asked for twice. */
export interface PairwiseBook {
  find(key: string): KeptPreference | undefined;
  /**
   * Writes a judgment, free of secrets; it is in the file when this returns.
   *
   * @throws AppError FILE_UNWRITABLE or DISK_FULL
   */
  keep(request: PairRequest, judge: string, preference: KeptPreference): Promise<void>;
}

const fileName = "pairwise.jsonl";

/**
 * Opens the judgments of a run's folder. Lines that were torn by a kill are passed over.
 *
 * @throws AppError FILE_UNREADABLE
 */
export async function openPairwiseBook(folder: string, redactor: Redactor): Promise<PairwiseBook> {
  const path = join(folder, fileName);
  const known = new Map<string, KeptPreference>();
  for (const line of await readSharedLines(path)) {
    const kept = asKept(line);
    if (kept !== undefined && !known.has(kept.key)) known.set(kept.key, kept);
  }
  return {
    find: (key) => known.get(key),
    async keep({ suite, case: id, first, plain }, judge, preference) {
      known.set(preference.key, preference);
      const { key, winner, evidence, reasoning } = preference;
      const line = { version: 1, key, judge, suite, case: id, first, plain, winner };
      const clean = redactor.redactJson({ ...line, evidence, reasoning });
      await appendSharedLines(path, [JSON.stringify(clean)]);
    },
  };
}

function asKept(line: string): KeptPreference | undefined {
  const value = parsed(line);
  if (!isJsonObject(value) || value["version"] !== 1) return undefined;
  const { key, winner, evidence, reasoning } = value;
  if (typeof key !== "string" || typeof evidence !== "string" || typeof reasoning !== "string") {
    return undefined;
  }
  if (winner !== "first" && winner !== "second" && winner !== "tie") return undefined;
  return { key, winner, evidence, reasoning };
}

function parsed(line: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(line);
    return value;
  } catch {
    // Torn: whoever wrote it never heard that it was kept.
    return undefined;
  }
}
