import { judgeRun, runExitCode } from "../../compare/index.ts";
import { type LinePart, linesLength, markdownWords, withinLength } from "../../format/index.ts";
import { type CaseRecord, decidingCases, type RunRecord } from "../../record/index.ts";
import { isNoteworthy } from "../failure-text.ts";
import { gateName } from "../gates/gate-lines.ts";
import { withKnownHistory } from "../history-text.ts";
import { kindOf } from "../labels.ts";
import { passRateOf } from "../summary.ts";
import { count, rate } from "../words.ts";
import { caseDetails, caseLine } from "./case-markdown.ts";
import { inlineText } from "./foreign-text.ts";
import { groupTable } from "./group-table.ts";
import { noteLines } from "./run-notes.ts";

/** Cases in a list that people are to read; the others are counted. */
const maxListed = 50;

/** A run in Markdown of at most so many UTF-16 units: the verdict first, details folded, the rest counted. */
export function runMarkdown(record: RunRecord, maxLength: number): readonly string[] {
  const broken = withKnownHistory(record.cases).filter(isNoteworthy).toSorted(decidingFirst);
  const { head, rows } = groupTable(record.cases);
  // Only with names beyond all measure one of these takes its share whole.
  const share = maxLength / 8;
  const brief = [
    ...openingLines(record),
    "",
    ...head,
    ...limited(rows, share, (left) => `| … ${left} more | | | | | | | | | |`),
    ...gateLines(record, share),
    ...failureLines(broken, share),
    "",
    "#### Notes",
    "",
    ...limited(noteLines(record), share, (left) => `- ${count(left, "more note")}`),
  ];
  return [...brief, ...foldedDetails(broken, maxLength - linesLength(brief))];
}

/** Cases that decide nothing come last. */
function decidingFirst(a: CaseRecord, b: CaseRecord): number {
  return Number(a.quarantine !== undefined) - Number(b.quarantine !== undefined);
}

function openingLines(record: RunRecord): readonly string[] {
  const { cases, started, end } = record;
  const deciding = decidingCases(cases);
  const passed = deciding.filter(({ outcome }) => outcome === "pass").length;
  const targets = new Set(cases.map(({ target }) => target));
  const { passRate } = targets.size > 1 ? {} : passRateOf(cases);
  const kind = kindOf(started.labels);
  const parts = [
    `**${passed} of ${count(deciding.length, "case")} passed**`,
    ...(passRate === undefined ? [] : [`pass rate ${rate(passRate)}`]),
    ...(end === "done" ? [] : [`**${markdownWords(end)}**`]),
    `exit ${runExitCode(record)}`,
  ];
  const who = kind === undefined ? agentsOf(record) : `**${kind}**`;
  return [
    `### flowproof eval: gate ${judgeRun(record).gate}`,
    "",
    `${parts.join(", ")} · ${who} · run ${inlineText(started.run)}`,
  ];
}

function agentsOf({ started }: RunRecord): string {
  return inlineText([...new Set(started.suites.map(({ agentModel }) => agentModel))].join(", "));
}

function gateLines(record: RunRecord, share: number): readonly string[] {
  const { results } = judgeRun(record);
  if (results.length === 0) return [];
  const lines = results.map((result) => {
    const { outcome, message } = result;
    return `- **${outcome}** ${inlineText(gateName(result))}: ${markdownWords(message)}`;
  });
  return [
    "",
    "#### Gates, which decide",
    "",
    ...limited(lines, share, (left) => `- ${count(left, "more gate")}`),
  ];
}

function failureLines(broken: readonly CaseRecord[], share: number): readonly string[] {
  if (broken.length === 0) return [];
  const lines = broken.slice(0, maxListed).map(caseLine);
  const unlisted = broken.length - lines.length;
  const more = (left: number): string => `- and ${count(left + unlisted, "more case")}`;
  const listed = limited(lines, share, more);
  return [
    "",
    `#### ${count(broken.length, "case")} did not pass`,
    "",
    ...listed,
    ...(unlisted > 0 && listed.length === lines.length ? [more(0)] : []),
  ];
}

/** Folded on the page. Its summary has words of ours alone: what stands there is no Markdown. */
function foldedDetails(broken: readonly CaseRecord[], room: number): readonly string[] {
  if (broken.length === 0) return [];
  const summary = `<summary>Details of ${count(broken.length, "case")}</summary>`;
  const frame = ["", "<details>", summary, "", leftOut(broken.length), "", "</details>"];
  const told: string[] = [];
  let left = room - linesLength(frame);
  // One by one: of a large run nearly all have no room, and each is to be read.
  for (const [index, each] of broken.entries()) {
    const { lines } = caseDetails(each);
    left -= linesLength(lines);
    if (left < 0) {
      told.push(leftOut(broken.length - index), "");
      break;
    }
    told.push(...lines);
  }
  return [...frame.slice(0, 4), ...told, "</details>"];
}

function leftOut(cases: number): string {
  return `${count(cases, "more case")} left out here, because a comment cannot be longer.`;
}

function limited(
  lines: readonly string[],
  maxLength: number,
  more: (left: number) => string,
): readonly string[] {
  const parts = lines.map((line): LinePart => ({ lines: [line] }));
  const { kept, rest } = withinLength(parts, maxLength);
  return [...kept.flatMap((part) => part.lines), ...(rest.length === 0 ? [] : [more(rest.length)])];
}
