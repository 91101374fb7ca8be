import type { ModelClient } from "../../src/model/index.ts";
import type { OfferedTools, RunLabel } from "../../src/record/index.ts";
import { kindOf, labelSentences, toolTextSentences } from "../../src/report/index.ts";

/** What every output says of a run, because a reader could otherwise take it for more than it is. */
export interface RunLabels {
  /** `scripted model`; undefined for a real one. */
  readonly kind: string | undefined;
  readonly sentences: readonly string[];
}

const sentences: Readonly<Record<Exclude<ModelClient["kind"], "live">, string>> = {
  script: "scripted model: replies were read from a file, no real model was asked",
  replay: "replayed model: replies were recorded earlier",
};
const labels: Readonly<Record<keyof typeof sentences, RunLabel>> = {
  script: "scripted",
  replay: "replay",
};

export function runLabels(
  { kind, promptedTools }: Pick<ModelClient, "kind" | "promptedTools">,
  offeredTools: OfferedTools,
): RunLabels {
  return {
    kind: kind === "live" ? undefined : kindOf([labels[kind]]),
    sentences: [
      ...(kind === "live" ? [] : [sentences[kind]]),
      ...(promptedTools === true
        ? labelSentences({ labels: ["prompted_tools"], offeredTools })
        : []),
      ...toolTextSentences(offeredTools),
    ],
  };
}
