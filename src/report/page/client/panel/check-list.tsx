import type { VNode } from "preact";
import type { CheckDetail, JudgeDetail, VoteDetail } from "../../data/page-data.ts";
import { LongText } from "./long-text.tsx";

/** The checks of a trial, those that did not pass first and open. */
export function CheckList({ checks }: { readonly checks: readonly CheckDetail[] }): VNode | null {
  if (checks.length === 0) return null;
  const sorted = checks.toSorted(
    (a, b) => Number(a.outcome === "pass") - Number(b.outcome === "pass"),
  );
  const passed = checks.filter(({ outcome }) => outcome === "pass").length;
  return (
    <section class="block">
      <h3>
        Checks{" "}
        <span class="small">
          {passed} of {checks.length} passed
        </span>
      </h3>
      <ul class="checks">
        {sorted.map((check) => (
          <CheckItem key={check.id} check={check} />
        ))}
      </ul>
    </section>
  );
}

const signs = { pass: "✓", fail: "✗", undecided: "?" } as const;

function CheckItem({ check }: { readonly check: CheckDetail }): VNode {
  const { id, outcome, message, details, criterion, judges = [], score, repeats } = check;
  const hasMore = details !== undefined || judges.length > 0 || repeats !== undefined;
  const line = (
    <>
      <span class="sign" aria-hidden="true">
        {signs[outcome]}
      </span>
      <span class="hidden">{outcome}</span>
      <code class="check-id">{id}</code> <span class="check-says">{message.text}</span>
    </>
  );
  if (!hasMore) return <li class={`check is-${outcome}`}>{line}</li>;
  return (
    <li class={`check is-${outcome}`}>
      <details open={outcome !== "pass"}>
        <summary>{line}</summary>
        <div class="check-more">
          {criterion !== undefined && criterion !== message.text && (
            <p class="criterion">{criterion}</p>
          )}
          {score !== undefined && <p>{score}</p>}
          {details !== undefined && <LongText of={details} kind="code" />}
          {judges.map((judge) => (
            <JudgeItem judge={judge} several={judges.length > 1} />
          ))}
          {repeats !== undefined && <p class="small">judged again and again: {repeats}</p>}
        </div>
      </details>
    </li>
  );
}

interface Judged {
  readonly judge: JudgeDetail;
  readonly several: boolean;
}

function JudgeItem({ judge, several }: Judged): VNode {
  const { model, verdict, votes } = judge;
  return (
    <div class="judge">
      <p class="small">
        {model}: <b>{verdict}</b>
        {(several || votes.length > 1) &&
          `, ${votes.length} ${votes.length === 1 ? "vote" : "votes"}`}
      </p>
      {votes.map((vote) => (
        <Vote vote={vote} several={votes.length > 1} />
      ))}
    </div>
  );
}

function Vote({ vote, several }: { readonly vote: VoteDetail; readonly several: boolean }): VNode {
  const { verdict, evidence = "", from = [], reasoning = "", error } = vote;
  if (error !== undefined) return <p class="vote">no verdict: {error}</p>;
  return (
    <div class="vote">
      {several && <p class="small">{verdict}</p>}
      {evidence !== "" && (
        <blockquote>
          {evidence}
          {from.length > 0 && <span class="small from">{from.join(", ")}</span>}
        </blockquote>
      )}
      {reasoning !== "" && <p>{reasoning}</p>}
    </div>
  );
}
