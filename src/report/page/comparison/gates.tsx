import type { VNode } from "preact";
import type { GateResult } from "../../../compare/index.ts";
import { metricTitle } from "../../comparison/metric-text.ts";
import { count } from "../../words.ts";
import type { ComparedSection } from "./compared-view.ts";

/** What was demanded before anybody had seen the numbers, and what came of it; what passed is folded where it is much. */
export const gates: ComparedSection = {
  id: "gates",
  title: "Gates",
  render: ({ comparison }) => {
    const all = comparison.gates;
    if (all.length === 0) return undefined;
    const open = outcomes.flatMap((outcome) => all.filter((each) => each.outcome === outcome));
    const passed = all.filter(({ outcome }) => outcome === "pass");
    if (all.length <= maxOpen) return <GateList results={[...open, ...passed]} />;
    return (
      <>
        <GateList results={open} />
        {passed.length > 0 && (
          <details class="folded-gates">
            <summary>{count(passed.length, "gate")} passed</summary>
            <GateList results={passed} />
          </details>
        )}
      </>
    );
  },
};

/** What did not pass, worse first. */
const outcomes = ["fail", "undecided"] as const;
/** So many are read at a glance. */
const maxOpen = 8;

function GateList({ results }: { readonly results: readonly GateResult[] }): VNode | null {
  if (results.length === 0) return null;
  const several = results.some(({ suite }) => suite !== undefined);
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label="Table of gates">
      <table class="table gates">
        <thead>
          <tr>
            <th scope="col">outcome</th>
            <th scope="col">demanded of B</th>
            {several && <th scope="col">suite</th>}
            <th scope="col">found</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ gate, suite = "all", outcome, message }) => (
            <tr>
              <td>
                <span class={`gate gate-${outcome}`}>{outcome}</span>
              </td>
              <th scope="row">
                {metricTitle(gate.metric)} {gate.rule.replaceAll("_", " ")} {gate.bound}
              </th>
              {several && <td>{suite}</td>}
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
