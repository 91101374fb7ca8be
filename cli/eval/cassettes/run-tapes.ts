import { AppError } from "../../../src/core/errors/app-error.ts";
import type { ModelClient, Tapes } from "../../../src/model/index.ts";

/** What stands between a run and its models. */
export interface RunTapes {
  readonly tapes: Tapes;
  /** Opens the models of a replay, which nobody asks; undefined where real ones are asked. */
  readonly createModel?: (name: string) => Promise<ModelClient>;
  /**
   * To be called when the run is over, however it ended: keeps what was recorded.
   *
   * @returns what there is to say about it, a line each.
   */
  close(): Promise<readonly string[]>;
}

/** Does a run, and closes its tapes also where it fails. */
export async function withTapes<T>(
  tapes: RunTapes | undefined,
  work: () => Promise<T>,
  say: (notes: readonly string[]) => void,
): Promise<T> {
  if (tapes === undefined) return work();
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // Why the run failed is worth more than what becomes of its recording.
    say(await tapes.close().catch(messageOf));
    throw error;
  }
  say(await tapes.close());
  return result;
}

function messageOf(error: unknown): readonly string[] {
  if (error instanceof AppError) return [error.message];
  throw error;
}
