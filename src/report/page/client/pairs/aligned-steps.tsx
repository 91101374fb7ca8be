import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { count } from "../../../words.ts";
import type { PairsData, PairStep, PairTrial } from "../../comparison/pair-data.ts";
import type { TrialDetail } from "../../data/page-data.ts";
import { type Quotations, quotationsOf } from "../panel/quotations.ts";
import { StepItem } from "../panel/step-list.tsx";
import { differenceWords } from "./difference-words.ts";

interface Shown {
  readonly pair: PairTrial;
  readonly a: TrialDetail;
  readonly b: TrialDetail;
  readonly titles: PairsData["titles"];
}

/** Two transcripts, what corresponds side by side; what is the same stands there once. */
export function AlignedSteps({ pair, a, b, titles }: Shown): VNode {
  const { steps, divergence, actionDivergence, omitted } = pair;
  const list = useRef<HTMLOListElement>(null);
  const [quotedA, quotedB] = [quotationsOf(a.checks), quotationsOf(b.checks)];
  const goTo = (index: number): void => {
    const row = list.current?.children[index];
    if (!(row instanceof HTMLElement)) return;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  };
  return (
    <>
      <p class="divergence-line">
        {divergence === undefined ? (
          "Both transcripts are the same, step by step."
        ) : (
          <button type="button" class="quiet" onClick={() => goTo(divergence)}>
            First difference: step {divergence + 1}
          </button>
        )}
        {actionDivergence !== undefined && actionDivergence !== divergence && (
          <button type="button" class="quiet" onClick={() => goTo(actionDivergence)}>
            First other call or result: step {actionDivergence + 1}
          </button>
        )}
      </p>
      <ol class="aligned" ref={list}>
        {steps.map((step, index) => (
          <AlignedRow
            step={step}
            marks={[
              ...(index === divergence ? ["First difference"] : []),
              ...(index === actionDivergence && index !== divergence
                ? ["First other call or result"]
                : []),
            ]}
            sides={[
              { title: titles.a, letter: "a", trial: a, quotations: quotedA },
              { title: titles.b, letter: "b", trial: b, quotations: quotedB },
            ]}
          />
        ))}
      </ol>
      <Omitted title={titles.a} steps={omitted?.a} />
      <Omitted title={titles.b} steps={omitted?.b} />
    </>
  );
}

interface Sided {
  readonly title: string;
  readonly letter: "a" | "b";
  readonly trial: TrialDetail;
  readonly quotations: Quotations;
}

interface Row {
  readonly step: PairStep;
  readonly marks: readonly string[];
  readonly sides: readonly [Sided, Sided];
}

function AlignedRow({ step, marks, sides: [a, b] }: Row): VNode {
  const { difference } = step;
  const isSame = difference === undefined;
  return (
    <li
      class={`aligned-row${isSame ? " is-same" : ` is-${difference}`}${marks.length > 0 ? " is-first" : ""}`}
      tabIndex={marks.length > 0 ? -1 : undefined}
    >
      {!isSame && (
        <p class="difference">
          {marks.map((mark) => (
            <strong>{mark}: </strong>
          ))}
          {differenceWords(difference, { a: a.title, b: b.title })}
        </p>
      )}
      <Cell side={a} place={step.a} isBoth={isSame} />
      {!isSame && <Cell side={b} place={step.b} isBoth={false} />}
    </li>
  );
}

interface CellShown {
  readonly side: Sided;
  readonly place: number | undefined;
  readonly isBoth: boolean;
}

function Cell({ side, place, isBoth }: CellShown): VNode {
  const { title, letter, trial, quotations } = side;
  const steps = trial.steps ?? [];
  const step = place === undefined ? undefined : steps[place];
  if (place === undefined || step === undefined) {
    return <div class={`cell is-${letter} is-empty`} aria-hidden="true" />;
  }
  // Evidence is told by the number of the call.
  const call = steps.slice(0, place + 1).filter(({ type }) => type === "call").length - 1;
  return (
    <div class={`cell is-${letter}${isBoth ? " is-both" : ""}`}>
      {!isBoth && <p class="cell-title">{title}</p>}
      <ul class="steps">
        <StepItem step={step} call={call} quotations={quotations} />
      </ul>
    </div>
  );
}

interface Left {
  readonly title: string;
  readonly steps: number | undefined;
}

function Omitted({ title, steps = 0 }: Left): VNode | null {
  if (steps === 0) return null;
  return (
    <p class="aside">
      {title}: {count(steps, "more step")} left out here, as the trial is too long.
    </p>
  );
}
