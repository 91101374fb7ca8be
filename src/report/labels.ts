import { printable } from "../core/text/printable.ts";
import type { OfferedTools, RunLabel, RunStarted } from "../record/index.ts";

const sentences: Readonly<Record<Exclude<RunLabel, "summarized_tools" | "rescored">, string>> = {
  scripted: "scripted model: replies were read from a file, no real model was asked",
  replay: "replayed model: replies were recorded earlier, times mean nothing",
  cached: "cached replies: some were known from an earlier run, and are in neither costs nor times",
  prompted_tools:
    "prompted tools: models were offered tools in the prompt, and calls were read from their text",
  recorded:
    "recorded answers: some were given before, by whatever the file does not say, and none was asked for now",
  self_judged: "the judge is the agent's own model; name another with --judge-model",
};

/** The labels that change what kind of thing the run is: they stand in its first and last line. */
const kinds: Readonly<Partial<Record<RunLabel, string>>> = {
  rescored: "rescored",
  scripted: "scripted model",
  replay: "replayed model",
  cached: "cached replies",
  recorded: "recorded answers",
};

/** `scripted model`, or nothing for a run on real models. */
export function kindOf(labels: readonly RunLabel[]): string | undefined {
  const found = labels.flatMap((label) => kinds[label] ?? []);
  return found.length === 0 ? undefined : found.join(", ");
}

/** Sentences for the labels of a run, for the head of a report. */
export function labelSentences({
  labels,
  offeredTools,
  rescoredFrom = "an earlier run",
}: Pick<RunStarted, "labels" | "offeredTools" | "rescoredFrom">): string[] {
  return labels.flatMap((label) => {
    if (label === "summarized_tools") return toolTextSentences(offeredTools ?? allTools);
    if (label === "rescored") return rescoredSentence(rescoredFrom);
    // A journal may come from a program that knows other labels.
    return Object.hasOwn(sentences, label) ? sentences[label] : `label: ${printable(label)}`;
  });
}

function rescoredSentence(run: string): string {
  return `rescored: what ${printable(run)} recorded was judged again, no agent was asked, and the cost is the judge's alone`;
}

/** That a run was for a part of its cases only, which a rate does not show. */
export function selectionSentence({ selection }: Pick<RunStarted, "selection">): string[] {
  if (selection === undefined) return [];
  const { asked, cases, of } = selection;
  return [`a part of the cases, ${cases} of ${of}: ${printable(asked.join(" "))}`];
}

/** Journals of earlier runs do not say how many. */
const allTools: OfferedTools = { total: 1, summarized: 1, ownSchema: 0 };

/** What a reader must know of how tools were described to the model; nothing where it was as in the service. */
export function toolTextSentences({ total, summarized, ownSchema }: OfferedTools): string[] {
  const which = (part: number): string => (part === total ? "" : `${part} of ${total} `);
  const ours = `${which(summarized)}tools are described to the model by short summaries, not by the service's texts`;
  const schema = `${which(ownSchema)}tools have imported descriptions, but schemas of arguments that are not the service's`;
  return [...(summarized > 0 ? [ours] : []), ...(ownSchema > 0 ? [schema] : [])];
}
