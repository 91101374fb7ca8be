import type { SentTexts } from "./sent-texts.ts";
import type {
  TranscriptExchange,
  TranscriptStep,
  TranscriptText,
  UserStep,
} from "./trial-transcript.ts";

/**
 * Puts what the user said, and what was answered, where it belongs among the steps of a trial. A journal
 * has the conversation at the end of the trial, with how many calls had been made by each answer.
 */
export function placeExchanges(
  steps: readonly TranscriptStep[],
  exchanges: readonly TranscriptExchange[],
  sent: SentTexts,
): readonly TranscriptStep[] {
  if (exchanges.length === 0) return withSentTexts(steps, sent);
  const placed: TranscriptStep[] = [];
  let from = 0;
  for (const [turn, { user, answer, calls }] of exchanges.entries()) {
    placed.push({ type: "user", turn, text: user });
    const called = afterCalls(steps, { calls, from });
    const said = steps.findIndex((step, at) => at >= called && isReplyWith(step, answer));
    const next = exchanges[turn + 1];
    const end = said < 0 ? endOfTurn(steps, { called, next, sent }) : said + 1;
    for (const [at, step] of steps.slice(from, end).entries()) {
      placed.push(from + at === said && step.type === "reply" ? { ...step, answers: turn } : step);
    }
    if (said < 0 && answer.text !== "") placed.push({ type: "answer", turn, text: answer });
    from = end;
  }
  return [...placed, ...steps.slice(from)];
}

/** Where a trial was broken off: what the models were sent stands for what the user said. */
function withSentTexts(
  steps: readonly TranscriptStep[],
  sent: SentTexts,
): readonly TranscriptStep[] {
  let turn = 0;
  return steps.flatMap((step, at) => {
    const said = sent.before(at).map((text): UserStep => {
      turn += 1;
      return { type: "user", turn: turn - 1, text, asSent: true };
    });
    return [...said, step];
  });
}

/** The index behind the last of so many calls, counted from the start of the trial. */
function afterCalls(
  steps: readonly TranscriptStep[],
  { calls, from }: { readonly calls: number; readonly from: number },
): number {
  let left = calls;
  for (const [at, { type }] of steps.entries()) {
    if (left === 0) return Math.max(at, from);
    if (type === "call") left -= 1;
  }
  return steps.length;
}

function isReplyWith(step: TranscriptStep, answer: TranscriptText): boolean {
  const text = answer.text.trim();
  return text !== "" && step.type === "reply" && step.text.text.trim() === text;
}

interface Turn {
  /** Behind its last call. */
  readonly called: number;
  readonly next: TranscriptExchange | undefined;
  readonly sent: SentTexts;
}

/** Of a turn whose answer no reply says: up to where a model is first sent what the user said next. */
function endOfTurn(steps: readonly TranscriptStep[], { called, next, sent }: Turn): number {
  if (next === undefined) return steps.length;
  const heard = ({ text }: TranscriptText): boolean => text.includes(next.user.text);
  let end = steps.findIndex((_, at) => at >= called && sent.before(at).some(heard));
  if (end < 0) return called;
  // What leads there belongs to the next turn.
  while (end > called && isLeading(steps[end - 1])) end -= 1;
  return end;
}

function isLeading(step: TranscriptStep | undefined): boolean {
  return step?.type === "entered" || step?.type === "note";
}
