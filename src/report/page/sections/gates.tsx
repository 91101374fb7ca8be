import { judgeRun } from "../../../compare/index.ts";
import { gateTerms } from "../../gates/gate-lines.ts";
import { GateBadge } from "../parts/gate-badge.tsx";
import type { RunSection } from "./run-section.ts";

const order = { fail: 0, undecided: 1, pass: 2 } as const;

/** What came of the gates that suites declare; nothing where every case must pass. */
export const gates: RunSection = {
  id: "gates",
  title: "Gates",
  render: ({ record }) => {
    const results = judgeRun(record).results.toSorted(
      (a, b) => order[a.outcome] - order[b.outcome],
    );
    if (results.length === 0) return undefined;
    return (
      <div class="scroller" tabIndex={0} role="group" aria-label="Gates">
        <table class="table gates">
          <thead>
            <tr>
              <th scope="col">outcome</th>
              <th scope="col">gate</th>
              <th scope="col">suite</th>
              <th scope="col">numbers</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr>
                <td>
                  <GateBadge gate={result.outcome} />
                </td>
                <th scope="row">
                  <code>{gateTerms(result)}</code>
                </th>
                <td>
                  {result.suite}
                  {result.target !== "default" && ` › ${result.target}`}
                </td>
                <td>{result.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  },
};
