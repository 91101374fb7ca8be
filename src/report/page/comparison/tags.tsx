import type { VNode } from "preact";
import type { ComparisonVerdict, MetricResult } from "../../../compare/index.ts";
import { changeText, metricTitle, valueText } from "../../comparison/metric-text.ts";
import { sideTitles } from "../../comparison/side-text.ts";
import { tagFindings } from "../../comparison/tag-notes.ts";
import { verdictWords } from "../../verdict-words.ts";
import type { ComparedSection } from "./compared-view.ts";
import { VerdictBadge } from "./verdict-badge.tsx";

/** The pass rate of each tag, worse ones first, and what else stands out there: an area that a total hides. */
export const tags: ComparedSection = {
  id: "tags",
  title: "By tag",
  render: ({ comparison }) => {
    const areas = areasOf(comparison);
    if (areas.length === 0) return undefined;
    const titles = sideTitles(comparison);
    return (
      <>
        <div class="scroller" tabIndex={0} role="group" aria-label="Table of metrics by tag">
          <table class="table cards tags" role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  tag
                </th>
                <th role="columnheader" scope="col" class="number">
                  cases
                </th>
                <th role="columnheader" scope="col" class="number">
                  {titles.a}
                </th>
                <th role="columnheader" scope="col" class="number">
                  {titles.b}
                </th>
                <th role="columnheader" scope="col">
                  pass rate, B against A
                </th>
                <th role="columnheader" scope="col">
                  verdict on B
                </th>
                <th role="columnheader" scope="col">
                  what else differs
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {areas.map((area) => (
                <AreaRow area={area} titles={titles} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="small">
          These are many looks at the same cases, and some stand out by chance alone: what may have
          done so is counted and not named.
        </p>
      </>
    );
  },
};

interface Area {
  readonly tag: string;
  readonly passRate: MetricResult;
  /** Whether its verdict may be due to the number of looks alone. */
  readonly isPerhapsByChance: boolean;
  /** What stands out among all the looks. */
  readonly others: readonly { readonly words: string; readonly isWorse: boolean }[];
  /** What differs, too, and may do so by chance. */
  readonly byChance: number;
}

/** A line each; worse ones come first. */
const maxOthers = 4;

const order: readonly ComparisonVerdict[] = [
  "worse",
  "not_worse",
  "undecided",
  "better",
  "not_comparable",
];

function areasOf(comparison: Parameters<typeof tagFindings>[0]): readonly Area[] {
  const findings = tagFindings(comparison);
  const areas = Object.entries(comparison.byTag).flatMap(([tag, results]): Area[] => {
    const passRate = results.find(({ metric }) => metric === "pass_rate");
    if (passRate === undefined) return [];
    const own = findings.filter((each) => each.tag === tag);
    const found = own.filter(({ result }) => result.metric !== "pass_rate");
    const isPerhapsByChance = own.some(
      ({ result, standsOut }) => result.metric === "pass_rate" && !standsOut,
    );
    const others = found
      .filter(({ standsOut }) => standsOut)
      .map(({ result }) => ({
        words: `${metricTitle(result.metric)} ${verdictWords[result.verdict]}, ${changeText(result)}`,
        isWorse: result.verdict !== "better",
      }));
    const byChance = found.length - others.length;
    return [{ tag, passRate, isPerhapsByChance, others, byChance }];
  });
  return areas.toSorted((a, b) => rankOf(a) - rankOf(b) || differenceOf(a) - differenceOf(b));
}

/** Worse first; an area in which anything is worse stands before one that only is not decided. */
function rankOf({ passRate, others }: Area): number {
  const rank = order.indexOf(passRate.verdict);
  return others.some(({ isWorse }) => isWorse) ? Math.min(rank, 1) : rank;
}

function differenceOf({ passRate }: Area): number {
  return passRate.difference ?? 0;
}

interface Row {
  readonly area: Area;
  readonly titles: ReturnType<typeof sideTitles>;
}

function AreaRow({ area, titles }: Row): VNode {
  const { tag, passRate, isPerhapsByChance, others, byChance } = area;
  const { a, b, unit, pairs, verdict } = passRate;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {tag}
      </th>
      <td role="cell" class="number" data-title="cases">
        {pairs}
      </td>
      <td role="cell" class="number" data-title={titles.a}>
        {valueText(a, unit)}
      </td>
      <td role="cell" class="number" data-title={titles.b}>
        {valueText(b, unit)}
      </td>
      <td role="cell" class="change">
        {changeText(passRate)}
      </td>
      <td role="cell" class="verdict-cell">
        <VerdictBadge verdict={verdict} />
        {isPerhapsByChance && <span class="small block-line">perhaps by chance</span>}
      </td>
      <td role="cell" class="others">
        {others.slice(0, maxOthers).map(({ words, isWorse }) => (
          <span class={`block-line${isWorse ? " worse" : ""}`}>{words}</span>
        ))}
        {others.length > maxOthers && (
          <span class="small block-line">and {others.length - maxOthers} more</span>
        )}
        {byChance > 0 && <span class="small block-line">{byChance} that may be by chance</span>}
      </td>
    </tr>
  );
}
