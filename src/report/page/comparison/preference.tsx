import type { VNode } from "preact";
import type { CountedShare, PairwiseCase, PairwiseResult } from "../../../compare/index.ts";
import { cost, count, percent } from "../../words.ts";
import type { ComparedSection, ComparedView } from "./compared-view.ts";
import { CaseLink } from "./flips.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** More cases than these are read one by one in the table. */
const maxNamed = 30;

/** Whose answer a judge prefers that knows neither, and how far it can be relied on. */
export const preference: ComparedSection = {
  id: "preference",
  title: "Preference, judged blind",
  render: (view) => {
    const { pairwise } = view.comparison;
    if (pairwise === undefined) return undefined;
    return <Preference pairwise={pairwise} view={view} />;
  },
};

interface Shown {
  readonly pairwise: PairwiseResult;
  readonly view: ComparedView;
}

function Preference({ pairwise, view }: Shown): VNode {
  const { wins, losses, pairs, missing, reliable, verdict, judge } = pairwise;
  const scripted = judge.scripted ? ", played by a script" : "";
  return (
    <>
      {!reliable && (
        <p class="cautions">
          Unreliable: the judge contradicts itself too often when the answers change places.
        </p>
      )}
      <p>
        <VerdictBadge verdict={verdict} /> {rateText(pairwise)}
      </p>
      <dl class="facts">
        <Fact name="B preferred" value={String(wins)} />
        <Fact name="A preferred" value={String(losses)} />
        <Fact name="ties" value={tiesText(pairwise)} />
        <Fact name="cases" value={missing === 0 ? String(pairs) : `${pairs}, ${missing} missing`} />
        <Fact name="same in both orders" value={shareText(pairwise.consistency)} />
        <Fact name="for the answer shown first" value={shareText(pairwise.firstSlot)} />
        <Fact name="judge" value={`${judge.model}${scripted}`} />
        <Fact name="cost of judging" value={cost(pairwise.spending.costUsd)} />
      </dl>
      <Style pairwise={pairwise} />
      {pairwise.notes.length > 0 && (
        <ul class="notes small aside">
          {pairwise.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
      <Decided pairwise={pairwise} view={view} />
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): VNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The same without formatting, as it may be the looks that were preferred. */
function Style({ pairwise }: { readonly pairwise: PairwiseResult }): VNode {
  const { tally, verdictChanges, changed, differences } = pairwise.style;
  const { medianRatio } = differences;
  return (
    <p class="small aside">
      Without formatting: {rateText(tally)}
      {verdictChanges ? ", and that is another verdict" : ""}
      {changed.length > 0 ? `; the winner changes in ${count(changed.length, "case")}` : ""}.
      {medianRatio !== null &&
        ` Answers of B have ×${medianRatio.toFixed(2)} the length of A’s, the median over the cases.`}
    </p>
  );
}

/** The cases with a winner, those that A won first. */
function Decided({ pairwise, view }: Shown): VNode | null {
  const decided = pairwise.cases
    .filter(({ winner }) => winner === "a" || winner === "b")
    .toSorted((x, y) => (x.winner ?? "").localeCompare(y.winner ?? "", "en"));
  if (decided.length === 0) return null;
  return (
    <details class="preferred">
      <summary>{count(decided.length, "case")} with a winner</summary>
      <ul class="preferred-cases">
        {decided.slice(0, maxNamed).map((each) => (
          <li>
            <b>{each.winner?.toUpperCase()}</b> <CaseLink name={nameOf(each)} view={view} />
            <span class="small block-line">{each.reasoning}</span>
          </li>
        ))}
        {decided.length > maxNamed && <li class="small">and {decided.length - maxNamed} more</li>}
      </ul>
    </details>
  );
}

function nameOf({ suite, case: id }: PairwiseCase): string {
  return `${suite}/${id}`;
}

function rateText({
  winRate,
  low,
  high,
}: Pick<PairwiseResult, "winRate" | "low" | "high">): string {
  if (winRate === null) return "no case was judged";
  const interval = low === null || high === null ? "" : ` (${percent(low)} – ${percent(high)})`;
  return `win rate of B ${percent(winRate)}${interval}`;
}

function tiesText({ ties, inconsistent }: PairwiseResult): string {
  if (inconsistent === 0) return String(ties);
  return `${ties}, ${inconsistent} of them as the two orders disagree`;
}

function shareText(share: CountedShare | null): string {
  if (share === null) return "–";
  return `${percent(share.share)} (${percent(share.low)} – ${percent(share.high)}), ${share.count} of ${share.total}`;
}
