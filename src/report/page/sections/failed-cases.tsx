import type { VNode } from "preact";
import { clip } from "../../../core/text/clip.ts";
import { printable } from "../../../core/text/printable.ts";
import type { CaseRecord } from "../../../record/index.ts";
import { caseName } from "../../case-name.ts";
import { isNoteworthy } from "../../failure-text.ts";
import { caseRow, failuresFirst } from "../data/case-row.ts";
import { OutcomeBadge } from "../parts/outcome-badge.tsx";

const maxCases = 500;
const maxAnswer = 1000;

/** The cases that did not pass, for readers whose browser runs no script. */
export function FailedCases({ cases }: { readonly cases: readonly CaseRecord[] }): VNode {
  const failed = failuresFirst(cases).filter(isNoteworthy);
  const rest = failed.length - maxCases;
  return (
    <section class="section">
      <h2>Cases that did not pass</h2>
      <p class="lead">
        {failed.length === 0 ? "None. " : ""}All cases and their transcripts need a browser that
        runs scripts; nothing is sent anywhere.
      </p>
      {failed.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">outcome</th>
              <th scope="col">case</th>
              <th scope="col">why, and the answer</th>
            </tr>
          </thead>
          <tbody>
            {failed.slice(0, maxCases).map((each) => (
              <FailedCase record={each} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p>{rest} more are not listed here.</p>}
    </section>
  );
}

function FailedCase({ record }: { readonly record: CaseRecord }): VNode {
  const { outcome, reason } = caseRow(record);
  const answer = record.trials.find((each) => each.outcome !== "pass")?.answer ?? "";
  return (
    <tr>
      <td>
        <OutcomeBadge outcome={outcome} />
      </td>
      <th scope="row">{caseName(record)}</th>
      <td>
        {printable(reason ?? "")}
        {answer !== "" && <div class="small">answer: {printable(clip(answer, maxAnswer))}</div>}
      </td>
    </tr>
  );
}
