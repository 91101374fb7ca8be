import type { ComponentChildren, VNode } from "preact";
import { judgeRun, sampleQuantile } from "../../../compare/index.ts";
import {
  countOutcomes,
  decidingCases,
  type Gate,
  quarantinedCases,
  type RunRecord,
} from "../../../record/index.ts";
import { costText } from "../../spending-text.ts";
import { spendingOf } from "../../spending.ts";
import { passRateOf } from "../../summary.ts";
import { sumUsage } from "../../sums.ts";
import { count, percent, seconds, tokens } from "../../words.ts";
import { isTimed } from "../data/timed.ts";
import { IntervalBar } from "../parts/interval-bar.tsx";
import { OutcomeBar } from "../parts/outcome-bar.tsx";

/** The verdict of a run and its first numbers. */
export function Overview({ record }: { readonly record: RunRecord }): VNode {
  return (
    <div class="tiles">
      <PassRateTile record={record} />
      <OutcomesTile record={record} />
      <SpendingTile record={record} />
    </div>
  );
}

/** `71 of 77 cases passed`, with what the gate says of it. */
export function Verdict({ record }: { readonly record: RunRecord }): VNode {
  const deciding = decidingCases(record.cases);
  const passed = deciding.filter(({ outcome }) => outcome === "pass").length;
  const { gate } = judgeRun(record);
  return (
    <>
      {passed} of {count(deciding.length, "case")} passed{" "}
      <span class={`gate gate-${gate}`}>{gateWords[gate]}</span>
    </>
  );
}

const gateWords: Readonly<Record<Gate, string>> = {
  pass: "gate passed",
  fail: "gate failed",
  undecided: "gate undecided",
};

function Tile({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="tile">
      <h2 class="tile-title">{title}</h2>
      {children}
    </div>
  );
}

function PassRateTile({ record }: { readonly record: RunRecord }): VNode {
  const targets = new Set(record.cases.map(({ target }) => target));
  if (targets.size > 1) {
    return (
      <Tile title="Pass rate">
        <p class="big">{targets.size} targets</p>
        <p class="small">They are different systems, so each has its own rate, below.</p>
      </Tile>
    );
  }
  const { passRate } = passRateOf(record.cases);
  if (passRate === undefined) {
    return (
      <Tile title="Pass rate">
        <p class="big">–</p>
        <p class="small">No case is decided.</p>
      </Tile>
    );
  }
  const { value, low, high } = passRate;
  return (
    <Tile title="Pass rate">
      <p class="big">{percent(value)}</p>
      <IntervalBar {...passRate} />
      <p class="small">
        95 % interval {percent(low)} – {percent(high)}, over cases
      </p>
    </Tile>
  );
}

function OutcomesTile({ record }: { readonly record: RunRecord }): VNode {
  const deciding = decidingCases(record.cases);
  const unfinished = deciding.filter(({ outcome }) => outcome === undefined).length;
  const apart = quarantinedCases(record.cases).length;
  return (
    <Tile title="Outcomes">
      <OutcomeBar counts={{ ...countOutcomes(deciding), unfinished }} />
      {apart > 0 && <p class="small">{count(apart, "case")} in quarantine, in no number here</p>}
    </Tile>
  );
}

function SpendingTile({ record }: { readonly record: RunRecord }): VNode {
  const { cases, started } = record;
  const trials = cases.flatMap((each) => each.trials);
  const usage = sumUsage(trials.flatMap((trial) => [trial.usage, trial.judgeUsage]));
  const timed = trials.filter(({ unknown = [] }) => !unknown.includes("times"));
  return (
    <Tile title="Spending">
      <p class="big">{costText(spendingOf(cases))}</p>
      <p class="small">
        {count(trials.length, "trial")}, {tokens(usage)}
      </p>
      {isTimed(started.labels) && timed.length > 0 && (
        <p class="small">
          median active time{" "}
          {seconds(
            sampleQuantile(
              timed.map(({ activeMs }) => activeMs),
              0.5,
            ),
          )}
        </p>
      )}
    </Tile>
  );
}
