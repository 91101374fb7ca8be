import { clip } from "../../core/text/clip.ts";
import type { YamlProblem, YamlProblemCode } from "../yaml-problem.ts";
import type { LineIndex } from "./line-index.ts";

/** Start and end in a text; what the nodes of the library begin with. */
export type Span = readonly [start: number, end: number, ...rest: number[]];

/** A problem before its offsets are turned into lines. */
export interface Finding {
  readonly code: YamlProblemCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly span: Span;
  /** Whether it may only be indentation that is missing. */
  readonly unindented?: boolean;
}

/** Messages quote what is written, which may be a whole file. */
const maxMessage = 300;

/** Of each severity: nobody reads more, and a text may consist of mistakes. */
const maxProblems = 1_000;

/** Collects what is found in one text, so that one mistake does not hide the next. */
export class ProblemList {
  private readonly lines: LineIndex;
  private readonly counts = { error: 0, warning: 0 };
  private readonly found: { readonly start: number; readonly problem: YamlProblem }[] = [];

  constructor(lines: LineIndex) {
    this.lines = lines;
  }

  error(finding: Finding): void {
    this.add("error", finding);
  }

  warning(finding: Finding): void {
    this.add("warning", finding);
  }

  lineOf({ span: [start] }: Finding): number {
    return this.lines.position(start).line;
  }

  /** In the order of the text. */
  all(): readonly YamlProblem[] {
    return this.found.toSorted((a, b) => a.start - b.start).map(({ problem }) => problem);
  }

  private add(severity: YamlProblem["severity"], finding: Finding): void {
    if (this.counts[severity] >= maxProblems) return;
    this.counts[severity] += 1;
    const { code, hint, span } = finding;
    const [start, end] = span;
    const problem = {
      code,
      severity,
      message: clip(finding.message, maxMessage),
      ...(hint !== undefined && { hint }),
      range: this.lines.range(start, end),
    };
    this.found.push({ start, problem });
  }
}
