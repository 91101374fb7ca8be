import type { VNode } from "preact";
import type { PairDetail, PairsData, PairTrial } from "../../comparison/pair-data.ts";
import type { CaseDetail, TrialDetail } from "../../data/page-data.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { CheckList } from "../panel/check-list.tsx";
import { LongText } from "../panel/long-text.tsx";
import { AlignedSteps } from "./aligned-steps.tsx";
import { OneSidedSteps } from "./one-sided-steps.tsx";

interface Shown {
  readonly pair: PairTrial;
  readonly detail: PairDetail;
  readonly titles: PairsData["titles"];
}

/** Two trials: how each ended and what was checked, then what was said, step by step. */
export function PairColumns({ pair, detail, titles }: Shown): VNode {
  const [a, b] = [trialOf(detail.a, pair), trialOf(detail.b, pair)];
  return (
    <>
      <div class="columns">
        <SideHead title={titles.a} letter="a" trial={a} isKnown={detail.a !== undefined} />
        <SideHead title={titles.b} letter="b" trial={b} isKnown={detail.b !== undefined} />
      </div>
      <section class="block">
        <h3>Transcripts, step by step</h3>
        {a?.steps !== undefined && b?.steps !== undefined && pair.steps.length > 0 ? (
          <AlignedSteps pair={pair} a={a} b={b} titles={titles} />
        ) : (
          <OneSidedSteps a={a} b={b} titles={titles} />
        )}
      </section>
      <div class="columns">
        <SideChecks title={titles.a} letter="a" trial={a} />
        <SideChecks title={titles.b} letter="b" trial={b} />
      </div>
    </>
  );
}

interface Checked {
  readonly title: string;
  readonly letter: "a" | "b";
  readonly trial: TrialDetail | undefined;
}

function SideChecks({ title, letter, trial }: Checked): VNode | null {
  if (trial === undefined) return <div />;
  return (
    <section class={`column is-${letter}`} aria-label={`Checks of ${title}`}>
      <h3 class="column-title">{title}</h3>
      <CheckList checks={trial.checks} />
    </section>
  );
}

function trialOf(side: CaseDetail | undefined, { trial }: PairTrial): TrialDetail | undefined {
  return side?.trials.find((each) => each.trial === trial);
}

interface Head {
  readonly title: string;
  readonly letter: "a" | "b";
  readonly trial: TrialDetail | undefined;
  /** Whether there is a record of the case on this side. */
  readonly isKnown: boolean;
}

function SideHead({ title, letter, trial, isKnown }: Head): VNode {
  return (
    <section class={`column is-${letter}`} aria-label={title}>
      <h3 class="column-title">
        {title} {trial !== undefined && <OutcomeBadge outcome={trial.outcome} />}
      </h3>
      {trial === undefined ? (
        <p class="aside">
          {isKnown
            ? "There is no such trial on this side."
            : "Of this side only results are kept, no transcripts."}
        </p>
      ) : (
        <SideFacts trial={trial} />
      )}
    </section>
  );
}

function SideFacts({ trial }: { readonly trial: TrialDetail }): VNode {
  const { outcome, reason, facts } = trial;
  return (
    <>
      {outcome !== "pass" && reason !== undefined && (
        <div class={`verdict is-${outcome}`}>
          <LongText of={reason} kind="prose" />
        </div>
      )}
      <dl class="facts">
        {facts.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
