import type { VNode } from "preact";
import type { TrialDetail } from "../../data/page-data.ts";
import { OutcomeBadge } from "../../parts/outcome-badge.tsx";
import { CheckList } from "./check-list.tsx";
import { LongText } from "./long-text.tsx";
import { quotationsOf } from "./quotations.ts";
import { StepList } from "./step-list.tsx";

interface Shown {
  readonly trial: TrialDetail;
  readonly isOneOfSeveral: boolean;
}

/** A trial: why it ended so, what was checked, what was said. */
export function TrialView({ trial, isOneOfSeveral }: Shown): VNode {
  const { outcome, reason, hint, checks, facts, route, answer, requests = [], surplus } = trial;
  const quotations = quotationsOf(checks);
  return (
    <>
      {outcome !== "pass" && (isOneOfSeveral || reason !== undefined) && (
        <div class={`verdict is-${outcome}`}>
          {isOneOfSeveral && <OutcomeBadge outcome={outcome} />}
          {reason !== undefined && <LongText of={reason} kind="prose" />}
        </div>
      )}
      {surplus && (
        <p class="aside">This trial ran although the case was settled; it counts nowhere.</p>
      )}
      {hint !== undefined && (
        <section class="block" aria-label="Hint">
          <h3>Hint</h3>
          <LongText of={hint} kind="code" />
        </section>
      )}
      <dl class="facts">
        {facts.map(({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CheckList checks={checks} />
      <section class="block">
        <h3>Transcript</h3>
        {route.length > 1 && <p class="route">{route.join(" → ")}</p>}
        <StepList trial={trial} quotations={quotations} />
      </section>
      {answer !== undefined && (
        <section class="block">
          <h3>Answer</h3>
          <LongText of={answer} kind="prose" quotations={quotations.answer} />
        </section>
      )}
      {requests.length > 0 && (
        <section class="block">
          <h3>Requests to the fake GitLab</h3>
          <pre class="code" tabIndex={0}>
            {requests.join("\n")}
          </pre>
        </section>
      )}
    </>
  );
}
