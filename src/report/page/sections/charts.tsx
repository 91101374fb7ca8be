import type { VNode } from "preact";
import {
  type Chart,
  passRateChart,
  spreadChart,
  spreadsOf,
  trialGrid,
} from "../../charts/index.ts";
import { groupsOf, passRateOf } from "../../summary.ts";
import { cost, count, seconds } from "../../words.ts";
import { commonStart } from "../data/common-start.ts";
import { isTimed } from "../data/timed.ts";
import type { RunSection, RunView } from "./run-section.ts";

/** Pictures of a run. */
export const charts: RunSection = {
  id: "charts",
  title: "Charts",
  render: (view) => {
    const drawn = [...rateCharts(view), ...spreadCharts(view), trialChart(view)];
    const present = drawn.filter((chart) => chart !== undefined);
    if (present.length === 0) return undefined;
    return (
      <div class="charts">
        {present.map((chart) => (
          <Figure chart={chart} />
        ))}
      </div>
    );
  },
};

type Drawn = Chart | undefined;

/** By suite, and by tag: a weak area shows even where the total is well. */
function rateCharts({ record, index, pencil }: RunView): readonly Drawn[] {
  const { cases } = record;
  const several = targetsOf({ record }).size > 1;
  const groups = groupsOf(cases);
  // A chart has little room for names.
  const start = commonStart(groups.map(({ suite }) => suite));
  const bySuite = groups.flatMap(({ suite, target, passRate }) => {
    const name = suite.slice(start.length);
    const label = several ? `${name} › ${target}` : name;
    return passRate === undefined ? [] : [{ label, ...passRate }];
  });
  const tags = several ? [] : [...new Set(cases.flatMap((each) => each.tags))].toSorted();
  const byTag = tags.flatMap((tag) => {
    const { passRate } = passRateOf(cases.filter((each) => each.tags.includes(tag)));
    return passRate === undefined ? [] : [{ label: tag, ...passRate }];
  });
  const named = (chart: Drawn, title: string, note = ""): Drawn =>
    chart && { ...chart, title, notes: [...chart.notes, ...(note === "" ? [] : [note])] };
  const startNote = start === "" ? "" : `the names of the suites begin with ${start}`;
  return [
    bySuite.length < 2
      ? undefined
      : named(
          passRateChart(pencil, bySuite, `rates-${index}`),
          "Pass rate by suite, 95 % intervals",
          startNote,
        ),
    byTag.length < 2
      ? undefined
      : named(passRateChart(pencil, byTag, `tags-${index}`), "Pass rate by tag, 95 % intervals"),
  ];
}

/** How times and costs are spread over the cases. */
function spreadCharts({ record, index, pencil }: RunView): readonly Drawn[] {
  const { latency, firstToken, cost: costs } = spreadsOf(record.cases);
  const timed = isTimed(record.started.labels);
  const draw = spreadChart.bind(undefined, pencil);
  return [
    ...(timed
      ? [
          draw(latency, { id: `latency-${index}`, title: "Active time of a case", text: seconds }),
          draw(firstToken, {
            id: `first-${index}`,
            title: "Time to the first token",
            text: seconds,
          }),
        ]
      : []),
    draw(costs, { id: `cost-${index}`, title: "Cost of a trial, by case", text: cost }),
  ];
}

/** Cases that passed in every trial would only hide the others. */
function trialChart({ record, index, pencil }: RunView): Drawn {
  const several = targetsOf({ record }).size > 1;
  const tried = record.cases.filter(({ trials }) => trials.length > 1);
  const mixed = tried.filter(({ trials }) => trials.some(({ outcome }) => outcome !== "pass"));
  const rows = mixed.map((each) => ({
    label: several ? `${each.case} › ${each.target}` : each.case,
    trials: each.trials.map(({ outcome }) => outcome),
  }));
  const chart = rows.length === 0 ? undefined : trialGrid(pencil, rows, `trials-${index}`);
  if (chart === undefined) return undefined;
  const clean = tried.length - mixed.length;
  const note = `${count(clean, "case")} passed in every trial`;
  return {
    ...chart,
    title: "Trials of the cases that did not pass in all of them",
    notes: clean === 0 ? chart.notes : [...chart.notes, note],
  };
}

function targetsOf({ record }: Pick<RunView, "record">): ReadonlySet<string> {
  return new Set(record.cases.map(({ target }) => target));
}

/** A chart with its title and what is not in it. Its SVG is ours, and every text in it is escaped. */
export function Figure({ chart }: { readonly chart: Chart }): VNode {
  return (
    <figure class="chart-figure">
      <figcaption>{chart.title}</figcaption>
      <div dangerouslySetInnerHTML={{ __html: chart.svg }} />
      {chart.notes.map((note) => (
        <p class="small">{note}</p>
      ))}
    </figure>
  );
}
