import type { RunLabel } from "../record/index.ts";

const sentences: Readonly<Record<RunLabel, string>> = {
  scripted: "scripted model: replies were read from a file, no real model was asked",
  replay: "replayed model: replies were recorded earlier, times mean nothing",
  summarized_tools:
    "tools are described to the model by short summaries, not by the service's texts",
  self_judged: "the judge is the agent's own model; name another with --judge-model",
};

/** The labels that change what kind of thing the run is: they stand in its first and last line. */
const kinds: Readonly<Partial<Record<RunLabel, string>>> = {
  scripted: "scripted model",
  replay: "replayed model",
};

/** `scripted model`, or nothing for a run on real models. */
export function kindOf(labels: readonly RunLabel[]): string | undefined {
  const found = labels.flatMap((label) => kinds[label] ?? []);
  return found.length === 0 ? undefined : found.join(", ");
}

/** One sentence for each label, for the head of a report. */
export function labelSentences(labels: readonly RunLabel[]): string[] {
  return labels.map((label) => sentences[label]);
}
