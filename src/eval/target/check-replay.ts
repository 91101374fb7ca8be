import { AppError } from "../../core/errors/app-error.ts";
import type { CasePair } from "../select/case-pair.ts";

/**
 * A replay asks nobody, and what targets elsewhere said is on no cassette.
 *
 * @throws AppError EVAL_NOT_SUPPORTED for the first target that would be asked
 */
export function checkReplay(pairs: readonly CasePair[]): void {
  const live = pairs.find(({ target: { kind } }) => kind === "http" || kind === "duo_chat");
  if (live === undefined) return;
  const { suite, target } = live;
  const message = `a replay asks nobody, and the target "${target.name}" (${target.kind}) would be asked`;
  throw new AppError("EVAL_NOT_SUPPORTED", message, {
    place: { file: suite.file },
    hint: `leave it out with --filter 'target!=${target.name}', or keep its answers and test them as \`recorded\``,
  });
}
