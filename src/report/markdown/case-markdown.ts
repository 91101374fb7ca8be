import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { type LinePart, markdownWords } from "../../format/index.ts";
import { type CaseRecord, isBrokenCritical, type TrialRecord } from "../../record/index.ts";
import { caseName } from "../case-name.ts";
import { historyText } from "../history-text.ts";
import { count, outcomeTitle } from "../words.ts";
import { blockText, inlineText } from "./foreign-text.ts";

/** A case that did not pass, in a line: its name, and the first reason that is known. */
export function caseLine(record: CaseRecord): string {
  const reason = record.trials.find(({ outcome }) => outcome !== "pass")?.reason;
  const tail = reason === undefined ? "" : `: ${inlineText(foldWhitespace(reason))}`;
  return `- ${caseTitle(record)}${tail}`;
}

/** The same with each trial that did not pass: its broken checks and its answer. */
export function caseDetails(record: CaseRecord): LinePart {
  const history = historyText(record.history);
  return {
    lines: [
      caseTitle(record),
      "",
      ...(record.quarantine === undefined ? [] : [inlineText(record.quarantine.reason), ""]),
      ...(history === undefined ? [] : [markdownWords(history), ""]),
      ...record.trials.filter(({ outcome }) => outcome !== "pass").flatMap(trialLines),
    ],
  };
}

function caseTitle(record: CaseRecord): string {
  const { outcome, trials, require, quarantine } = record;
  const passed = trials.filter((trial) => trial.outcome === "pass").length;
  const asides = [
    ...(trials.length > 1
      ? [`${passed} of ${count(trials.length, "trial")} passed, ${require} required`]
      : []),
    ...(isBrokenCritical(record) ? ["**critical**"] : []),
    ...(quarantine === undefined ? [] : ["quarantined"]),
  ];
  const aside = asides.length === 0 ? "" : ` (${asides.join(", ")})`;
  return `**${outcomeTitle(outcome)}** ${inlineText(caseName(record))}${aside}`;
}

function trialLines({ trial, outcome, reason, hint, checks, answer }: TrialRecord): string[] {
  const broken = checks.filter((check) => check.outcome !== "pass");
  const isSaid = broken.length > 0 && (outcome === "fail" || outcome === "judge_error");
  return [
    `Trial ${trial + 1}: ${outcomeTitle(outcome)}`,
    "",
    ...(reason === undefined || isSaid ? [] : [...blockText(reason), ""]),
    ...(hint === undefined ? [] : ["Hint:", "", ...blockText(hint), ""]),
    ...broken.flatMap(({ id, message, details }) => [
      `- ${inlineText(id)}: ${inlineText(foldWhitespace(message))}`,
      "",
      ...(details === undefined ? [] : [...blockText(details), ""]),
    ]),
    ...(answer === "" ? ["No answer.", ""] : ["Answer:", "", ...blockText(answer), ""]),
  ];
}
