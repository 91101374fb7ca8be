import type { ModelClient } from "../model/index.ts";
import { askWithRepair, type AskOptions } from "./ask-with-repair.ts";
import { sourcesOf } from "./evidence.ts";
import { judgeFingerprint } from "./fingerprint.ts";
import type { JudgeInput } from "./judge-input.ts";
import { judgeRequest } from "./judge-request.ts";
import { readReply } from "./read-reply.ts";
import { transcriptParts } from "./transcript.ts";
import type { Judgment } from "./verdict.ts";

export interface JudgeOptions extends AskOptions {
  /** Number of the trial, from 0. */
  readonly trial: number;
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
  /** How often the judge is asked the same in all; 1 by default. */
  readonly votes?: number | undefined;
}

/**
 * Asks a judge once about everything: a verdict on every criterion, a grade for every rubric. Only
 * what is complete, and whose evidence stands in what the judge was shown, counts; the judge may
 * repair it once.
 *
 * @throws as {@link askWithRepair}.
 */
export async function judgeAnswer(
  input: JudgeInput,
  client: ModelClient,
  options: JudgeOptions,
): Promise<Judgment> {
  const { criteria, rubrics = [] } = input;
  if (criteria.length + rubrics.length === 0) throw new RangeError("there is nothing to judge");
  const { trial, votes = 1, hash } = options;
  const items = { criteria, rubrics };
  const parts = transcriptParts(input);
  const terms = { ...items, sources: sourcesOf(parts) };
  const fingerprint = judgeFingerprint({ model: client.id, votes, ...items }, hash);
  const request = judgeRequest({ parts, trial, votes, ...items });
  const asked = await askWithRepair(request, client, {
    ...options,
    read: (reply) => readReply(reply, terms),
    sought: "verdicts",
  });
  if (asked.type === "error") return { ...asked, fingerprint };
  return { type: "verdicts", ...asked.value, usage: asked.usage, fingerprint };
}
