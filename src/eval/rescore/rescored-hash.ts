import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Judging } from "../run/judging.ts";
import { judgesOf } from "../run/model-choice.ts";
import type { CheckPlan } from "./check-plan.ts";
import type { Judges } from "./judge-choice.ts";

interface Rejudged {
  readonly models: Judges;
  readonly judging: Judging;
  readonly asked: CheckPlan | undefined;
}

/** Hash of all that decides a case that is judged again: what was run, who judges, what is asked. */
export function rescoredHash(before: string, { models, judging, asked }: Rejudged): string {
  return sha256Hex(
    canonicalJson({
      before,
      judges: judgesOf(models),
      judging: { ...judging },
      asked: askedJson(asked),
    }),
  );
}

/**
 * Hash of what was asked and is judged now: as it was, unless its suite asks something else by now and that
 * is what is judged.
 */
export function rescoredQuestion(
  before: string | undefined,
  { now, asked }: { readonly now: string | undefined; readonly asked: CheckPlan | undefined },
): string | undefined {
  if (before === undefined || now === undefined || now === before) return before;
  return sha256Hex(canonicalJson({ before, asked: askedJson(asked) }));
}

function askedJson(asked: CheckPlan | undefined): JsonValue {
  return (asked?.judged ?? []).map(({ id, criterion, turn = null, aim }): JsonValue => {
    if (aim === undefined) return [id, turn, criterion];
    const { rubric, atLeast } = aim;
    return [id, turn, criterion, rubric.name, [...rubric.anchors.values()], atLeast];
  });
}
