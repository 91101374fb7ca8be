import type { VNode } from "preact";
import type { AnswerStep, NoteStep, TranscriptStep, UserStep } from "../../../../record/index.ts";
import { count } from "../../../words.ts";
import type { Quotation } from "../../data/mark-evidence.ts";
import type { TrialDetail } from "../../data/page-data.ts";
import { CallItem } from "./call-item.tsx";
import { LongText } from "./long-text.tsx";
import type { Quotations } from "./quotations.ts";

interface Shown {
  readonly trial: TrialDetail;
  readonly quotations: Quotations;
}

/** What was said and done in a trial, in order. */
export function StepList({ trial, quotations }: Shown): VNode {
  const { steps, omittedSteps, earlier = [], noSteps, calls = [], moreCalls } = trial;
  let call = -1;
  return (
    <>
      {noSteps !== undefined && <p class="aside">{noSteps}</p>}
      <ol class="steps">
        {earlier.map((text) => (
          <li class="step is-user">
            <h4>user, before the case</h4>
            <LongText of={text} kind="prose" />
          </li>
        ))}
        {(steps ?? []).map((step) => {
          if (step.type === "call") call += 1;
          return <StepItem step={step} call={call} quotations={quotations} />;
        })}
        {calls.map((each) => (
          <li class="step is-call">
            <CallItem {...each} />
          </li>
        ))}
      </ol>
      {omittedSteps !== undefined && (
        <p class="aside">
          {count(omittedSteps, "more step")} left out here, as the trial is too long; the journal of
          the run has all of them.
        </p>
      )}
      {moreCalls !== undefined && (
        <p class="aside">{count(moreCalls, "more call")} left out here.</p>
      )}
    </>
  );
}

interface StepShown {
  readonly step: TranscriptStep;
  /** Number of the last call so far, from 0. */
  readonly call: number;
  readonly quotations: Quotations;
}

/** A step of a transcript, for a list of them. */
export function StepItem({ step, call, quotations }: StepShown): VNode | null {
  if (step.type === "reply") return <ReplyItem step={step} quotations={quotations} />;
  if (step.type === "call") {
    return (
      <li class="step is-call">
        <CallItem {...step} quotations={quotations.calls.get(call)} />
      </li>
    );
  }
  if (step.type === "entered") {
    return (
      <li class="step is-entered">
        <span>{step.component}</span>
      </li>
    );
  }
  const { title, quoted } = saidBy(step, quotations);
  return (
    <li class={`step is-${step.type}`}>
      <h4>{title}</h4>
      <LongText of={step.text} kind="prose" quotations={quoted} />
    </li>
  );
}

interface Said {
  readonly title: string;
  readonly quoted: readonly Quotation[];
}

function saidBy(step: NoteStep | UserStep | AnswerStep, quotations: Quotations): Said {
  if (step.type === "user") return { title: "user", quoted: quotations.question };
  if (step.type === "answer") return { title: "answer", quoted: quotations.answer };
  return { title: step.kind.replaceAll("_", " "), quoted: [] };
}

interface ReplyShown {
  readonly step: Extract<TranscriptStep, { readonly type: "reply" }>;
  readonly quotations: Quotations;
}

/** A reply that only calls tools says nothing: its calls follow. */
function ReplyItem({ step, quotations }: ReplyShown): VNode | null {
  const { text, answers, error, component } = step;
  if (text.text === "" && error === undefined) return null;
  const isAnswer = answers !== undefined;
  return (
    <li class={`step ${isAnswer ? "is-answer" : "is-reply"}`}>
      <h4>
        {isAnswer ? "answer" : "agent"} <span class="small">{component}</span>
      </h4>
      {text.text !== "" && (
        <LongText of={text} kind="prose" quotations={isAnswer ? quotations.answer : []} />
      )}
      {error !== undefined && (
        <div class="step-error">
          <LongText of={error} kind="prose" />
        </div>
      )}
    </li>
  );
}
