import type { ComparedSide, Comparison, MetricResult } from "../../compare/index.ts";
import { type LinePart, linesLength, markdownWords, withinLength } from "../../format/index.ts";
import { cellText, inlineText } from "../markdown/foreign-text.ts";
import { count } from "../words.ts";
import { leftOutGroups, someNames } from "./comparable-text.ts";
import { changeText, metricTitle, valueText, verdictText } from "./metric-text.ts";
import { sideKind, sideName, systemTexts } from "./side-text.ts";
import { tagFindings } from "./tag-notes.ts";

/** Names in a list that people are to read; the others are counted. */
const maxListed = 50;
const maxRows = 30;

/** A comparison in Markdown of at most so many UTF-16 units: the verdict first, details folded. */
export function comparisonMarkdown(comparison: Comparison, maxLength: number): readonly string[] {
  const { gate, exitCode, reason, a, b, metrics } = comparison;
  const brief = [
    `### flowproof compare: gate ${gate}`,
    "",
    `**${markdownWords(reason)}**, exit ${exitCode} · ${count(comparison.comparable.paired, "case")} compared`,
    "",
    `- A: ${sideText(a)}`,
    `- B: ${sideText(b)}`,
    "",
    "| metric | A | B | B against A (95 % interval) | cases | verdict on B |",
    "| --- | ---: | ---: | --- | ---: | --- |",
    ...someRows(metrics, metricRow),
    ...gateLines(comparison),
    ...noteLines(comparison),
  ];
  return [...brief, ...folded(comparison, maxLength - linesLength(brief))];
}

function sideText(side: ComparedSide): string {
  const kind = sideKind(side);
  const texts = [sideName(side), ...systemTexts(side)].map(inlineText);
  return [...texts, ...(kind === undefined ? [] : [`**${kind}**`])].join(" · ");
}

function someRows(
  results: readonly MetricResult[],
  row: (result: MetricResult) => string,
): readonly string[] {
  const left = results.length - maxRows;
  return [
    ...results.slice(0, maxRows).map(row),
    ...(left > 0 ? [`| … ${left} more | | | | | |`] : []),
  ];
}

function metricRow(result: MetricResult): string {
  const { metric, unit, a, b, pairs } = result;
  const values = `${amount(valueText(a, unit))} | ${amount(valueText(b, unit))} | ${changeText(result)}`;
  return `| ${title(metric)} | ${values} | ${pairs} | ${verdict(result)} |`;
}

/** GitLab takes `$3` for a snippet. */
function amount(text: string): string {
  return text.startsWith("$") ? cellText(text) : text;
}

/** Rubrics have names of their own. */
function title(metric: string): string {
  return metric.startsWith("score.") ? cellText(metric) : metricTitle(metric);
}

const strong: ReadonlySet<string> = new Set(["better", "worse"]);

function verdict(result: MetricResult): string {
  const text = verdictText(result).replaceAll("|", "\u{2502}");
  return strong.has(result.verdict) ? `**${markdownWords(text)}**` : markdownWords(text);
}

function gateLines({ gates }: Comparison): readonly string[] {
  if (gates.length === 0) return [];
  const lines = gates.slice(0, maxListed).map(({ gate, suite, outcome, message }) => {
    const name = `${gate.metric}.${gate.rule}=${gate.bound}${suite === undefined ? "" : ` of ${suite}`}`;
    return `- **${outcome}** ${inlineText(name)}: ${markdownWords(message)}`;
  });
  return ["", "#### Gates, which decide", "", ...lines, ...more(gates.length, "gate")];
}

function noteLines({ notes }: Comparison): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.slice(0, maxListed).map((note) => `- note: ${markdownWords(note)}`);
  return ["", ...lines, ...more(notes.length, "note")];
}

function more(all: number, noun: string): readonly string[] {
  const left = all - maxListed;
  return left > 0 ? [`- ${count(left, `more ${noun}`)}`] : [];
}

/** Folded on the page, as far as there is room. A summary has words of ours alone: there is no Markdown in it. */
function folded(comparison: Comparison, room: number): readonly string[] {
  const parts = [...flipParts(comparison), ...tagPart(comparison), ...leftOutPart(comparison)];
  const { kept, rest } = withinLength(parts, room - 100);
  const left = `${count(rest.length, "more part")} left out here, because a comment cannot be longer.`;
  return [...kept.flatMap(({ lines }) => lines), ...(rest.length === 0 ? [] : ["", left])];
}

function details(summary: string, lines: readonly string[]): LinePart {
  const opening = ["", "<details>", `<summary>${summary}</summary>`, ""];
  return { lines: [...opening, ...lines, "", "</details>"] };
}

function flipParts({ flips, cases }: Comparison): readonly LinePart[] {
  const critical = new Set(
    cases.filter((each) => each.critical).map((each) => `${each.suite}/${each.case}`),
  );
  const part = (summary: string, names: readonly string[]): readonly LinePart[] => {
    if (names.length === 0) return [];
    const lines = names
      .slice(0, maxListed)
      .map((name) => `- ${inlineText(name)}${critical.has(name) ? " **critical**" : ""}`);
    return [details(summary, [...lines, ...more(names.length, "case")])];
  };
  return [
    ...part(`B broke ${count(flips.broken.length, "case")}`, flips.broken),
    ...part(`B fixed ${count(flips.fixed.length, "case")}`, flips.fixed),
  ];
}

function tagPart(comparison: Comparison): readonly LinePart[] {
  const findings = tagFindings(comparison);
  if (findings.length === 0) return [];
  const rows = findings.slice(0, maxRows).map(({ tag, result, standsOut }) => {
    const chance = standsOut ? "" : ", perhaps by chance";
    const cells = [title(result.metric), changeText(result), result.pairs];
    return `| ${cellText(tag)} | ${cells.join(" | ")} | ${verdict(result)}${chance} |`;
  });
  const left = findings.length - rows.length;
  const table = [
    "| tag | metric | B against A (95 % interval) | cases | verdict on B |",
    "| --- | --- | --- | ---: | --- |",
    ...rows,
    ...(left > 0 ? [`| … ${left} more | | | | |`] : []),
  ];
  return [details(`By tag: ${count(findings.length, "difference")}`, table)];
}

function leftOutPart({ comparable }: Comparison): readonly LinePart[] {
  const groups = leftOutGroups(comparable);
  if (groups.length === 0) return [];
  const lines = groups.map(({ title: what, cases, reason }) => {
    const names = someNames(cases, { most: maxListed, as: inlineText });
    if (reason === undefined) return `- ${what}: ${names}`;
    const { message, obstacle } = reason;
    return `- ${what}: ${names}; ${markdownWords(message)} (\`--allow ${obstacle}\` compares all the same)`;
  });
  return [details("What is not compared", lines)];
}
