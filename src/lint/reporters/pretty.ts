import { lineFrame } from "../../core/text/code-frame.ts";
import { printable } from "../../core/text/printable.ts";
import { wrapText } from "../../core/text/wrap-text.ts";
import { createPaint, type Paint, type Style } from "../../format/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintedFile, LintReport } from "../lint-report.ts";
import type { LintReporter, LintReportOptions } from "../lint-reporter.ts";
import { findingCounts } from "../reporting/finding-counts.ts";
import type { Severity } from "../rule/severity.ts";

const styles: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "cyan" };
const indent = "    ";
const lineBreak = /\r\n|\n|\r/u;

/** What a person reads: file by file, every finding with its place in the text and its repair. */
export const pretty: LintReporter = {
  id: "pretty",
  extension: "txt",
  summary: "findings with code frames, for people",
  format(report, options) {
    const paint = createPaint(options.color);
    const files = report.files.flatMap((file) => fileText(file, { ...options, paint }));
    return `${[...files, closing(report, paint)].join("\n\n")}\n`;
  },
};

interface Look extends LintReportOptions {
  readonly paint: Paint;
}

function fileText({ path, text, diagnostics }: LintedFile, look: Look): string[] {
  const name = printable(path).replaceAll("\n", "␊");
  if (diagnostics.length === 0) return look.verbose ? [`${name} ${look.paint("green", "ok")}`] : [];
  // Of a file that is gone, or empty, there is nothing to show.
  const lines = text === "" ? [] : text.split(lineBreak);
  const findings = diagnostics.map((found) => findingText(found, lines[found.line - 1], look));
  return [[look.paint("bold", name), ...findings].join("\n\n")];
}

function findingText(found: Diagnostic, line: string | undefined, look: Look): string {
  const { severity, message, hint } = found;
  const { paint, columns, verbose } = look;
  const place = `${found.line}:${found.column}`;
  const [head = "", ...more] = wrapText(printable(`${severity} ${place} ${message}`), {
    columns: columns - 2,
    indent: "  ",
  });
  const colored = paint(styles[severity], severity) + head.slice(severity.length);
  const said = [colored, ...more].map((each) => `  ${each}`);
  // Nobody has to do anything about information, so it takes little room.
  const frame = severity === "info" || line === undefined ? [] : frameLines(found, line, look);
  const repair = severity === "info" && !verbose ? [] : hintLines(hint, columns);
  return [...said, ...frame, ...repair, ruleLine(found, look)].join("\n");
}

function frameLines(found: Diagnostic, line: string, { columns, paint }: Look): string[] {
  const range = {
    start: { line: found.line, column: found.column },
    end: { line: found.endLine, column: found.endColumn },
  };
  const gutter = `${found.line} | `.length;
  const frame = lineFrame(line, range, columns - indent.length - gutter);
  return frame.split("\n").map((each) => indent + paint("dim", each));
}

function hintLines(hint: string, columns: number): string[] {
  const room = { columns: columns - indent.length, indent: "  " };
  return wrapText(printable(`hint: ${hint}`), room).map((line) => indent + line);
}

function ruleLine({ rule, code }: Diagnostic, { paint, pageOf }: Look): string {
  const name = code === undefined ? rule : `${rule} (${code})`;
  const page = pageOf?.(rule);
  const shown = page === undefined ? name : hyperlink(name, page);
  return indent + paint("dim", `rule: ${shown}`);
}

/** OSC 8, which terminals that do not know it leave out. */
function hyperlink(text: string, address: string): string {
  return `\u{1b}]8;;${encodeURI(decodeURI(address))}\u{1b}\\${text}\u{1b}]8;;\u{1b}\\`;
}

function closing(report: LintReport, paint: Paint): string {
  const counts = findingCounts(report, (what, text) => {
    return paint(what === "nothing" ? "green" : styles[what], text);
  });
  const found = report.files.flatMap(({ diagnostics }) => diagnostics);
  const worst = (["error", "warning", "info"] as const)
    .map((wanted) => found.find(({ severity }) => severity === wanted))
    .find((each) => each !== undefined);
  if (worst === undefined) return counts;
  return `more about a rule: flowproof explain ${worst.rule}\n${counts}`;
}
