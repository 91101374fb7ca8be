import type { VNode } from "preact";
import type { PairsData } from "../../comparison/pair-data.ts";
import type { TrialDetail } from "../../data/page-data.ts";
import { LongText } from "../panel/long-text.tsx";
import { quotationsOf } from "../panel/quotations.ts";
import { StepList } from "../panel/step-list.tsx";

interface Shown {
  readonly a: TrialDetail | undefined;
  readonly b: TrialDetail | undefined;
  readonly titles: PairsData["titles"];
}

/** What there is of two trials that cannot be aligned, as a transcript is missing. */
export function OneSidedSteps({ a, b, titles }: Shown): VNode {
  return (
    <div class="columns">
      <Side title={titles.a} letter="a" trial={a} />
      <Side title={titles.b} letter="b" trial={b} />
    </div>
  );
}

interface OneSide {
  readonly title: string;
  readonly letter: "a" | "b";
  readonly trial: TrialDetail | undefined;
}

function Side({ title, letter, trial }: OneSide): VNode {
  if (trial === undefined) return <p class="aside">{title}: nothing to show.</p>;
  const quotations = quotationsOf(trial.checks);
  return (
    <section class={`column is-${letter}`} aria-label={`Transcript of ${title}`}>
      <h4 class="column-title">{title}</h4>
      <StepList trial={trial} quotations={quotations} />
      {trial.answer !== undefined && (
        <LongText of={trial.answer} kind="prose" quotations={quotations.answer} />
      )}
    </section>
  );
}
