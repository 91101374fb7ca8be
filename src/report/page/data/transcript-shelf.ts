import type { TrialKey, Transcripts, TrialTranscript } from "../../../record/index.ts";
import type { TranscriptShelf } from "./case-detail.ts";
import { shownKey } from "./shown-record.ts";

/** The transcripts of a run, to be looked up by trial. */
export function transcriptShelf({ transcripts, omitted }: Transcripts): TranscriptShelf {
  const byKey = new Map(transcripts.map((each): [string, TrialTranscript] => [keyOf(each), each]));
  const left = new Set(omitted.map(keyOf));
  return {
    find: (key) => byKey.get(keyOf(key)),
    isOmitted: (key) => left.has(keyOf(key)),
  };
}

/** By the names that the page shows: a case there goes by them. */
function keyOf(key: TrialKey): string {
  const { suite, case: id, target, trial } = shownKey(key);
  return JSON.stringify([suite, id, target, trial]);
}
