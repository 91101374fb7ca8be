import type { RunContext, RunResult } from "../../src/engine/index.ts";
import type { ModelClient } from "../../src/model/index.ts";
import { compact, count } from "../../src/report/index.ts";
import { questionOf } from "./play-session.ts";
import type { PreparedRun } from "./prepare-run.ts";
import type { RunEnding } from "./run-document.ts";
import type { RunLabels } from "./run-labels.ts";
import type { Transcript } from "./transcript.ts";

/** A run about to begin. */
export interface Beginning {
  readonly prepared: PreparedRun;
  readonly model: ModelClient;
  readonly labels: RunLabels;
}

/** The head of a transcript: which flow, played by whom, where, and what is said to it. */
export function writeBeginning(
  transcript: Transcript,
  { prepared, model, labels }: Beginning,
): void {
  const { resolved, options } = prepared;
  const { reference, version } = resolved;
  const { project, namespace } = options.context;
  const places = [placeText("project", project), placeText("namespace", namespace)].join("");
  const flow = `flow ${reference} ${version}`.trimEnd();
  const who = labels.kind ?? model.id;
  transcript.line(`${flow} · ${who}${places === "" ? " · neither project nor namespace" : places}`);
  if (options.goal !== "") transcript.section({ title: "user", text: options.goal });
}

function placeText(kind: string, place: RunContext["project"]): string {
  if (place === undefined || place === null) return "";
  const name = typeof place === "object" ? (place.path ?? place.webUrl ?? place.id ?? "") : place;
  return ` · ${kind} ${name}`;
}

/** A run at its end. */
export interface Ended {
  readonly result: RunResult;
  readonly ending: RunEnding;
  readonly labels: RunLabels;
}

/** The end of a transcript: the answer, what went wrong, and the run in one line. */
export function writeEnding(transcript: Transcript, { result, ending, labels }: Ended): void {
  const { answer, calls, replies, usage } = result;
  const { status, error } = ending;
  transcript.paused(questionOf(result));
  if (answer !== "") transcript.section({ title: "answer", text: answer });
  if (error !== undefined) {
    const where = error.component === "" ? "" : ` at "${error.component}"`;
    const what = error.kind === status ? "" : `${error.kind}${where}: `;
    transcript.section({ title: status, text: `${what}${error.message}`, style: "red" });
  }
  const tokensIn = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const facts = [
    status,
    `${replies} ${replies === 1 ? "reply" : "replies"}, ${count(calls.length, "call")}`,
    `${compact(tokensIn)} tokens in, ${compact(usage.outputTokens)} out`,
    ...(labels.kind === undefined ? [] : [labels.kind]),
  ];
  transcript.line("");
  for (const sentence of labels.sentences) transcript.line(`note: ${sentence}`);
  transcript.line(facts.join(" · "));
}
