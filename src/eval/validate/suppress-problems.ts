import type { Range } from "../../core/position.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { type YamlComment, yamlLayout } from "../../yaml/index.ts";
import { suiteRules } from "./known-rules.ts";
import { suiteComments } from "./rules/meaning/suite-comments.ts";
import type { SuiteProblem } from "./validation.ts";

/** What is left of problems when comments have been heard. */
export interface Suppressed {
  readonly kept: readonly SuiteProblem[];
  readonly suppressed: number;
}

/** Most suites need not be taken apart for them. */
const mayAsk = /flowproof-disable/i;
const pattern = /^#+[ \t]*flowproof-disable([\w-]*)([^:]*)(?::(.*))?$/s;
const form = "write # flowproof-disable-next-line <rule>: <reason>";

/** A rule that a comment turns away from the next line that says something. */
interface Mark {
  readonly rule: string;
  readonly line: number;
  readonly comment: YamlComment;
  isUsed: boolean;
}

/**
 * Takes the problems out that comments ask to pass over, and adds what is wrong with the comments. What
 * `eval run` refuses cannot be passed over.
 */
export function suppressProblems(problems: readonly SuiteProblem[], text: string): Suppressed {
  if (!mayAsk.test(text)) return { kept: problems, suppressed: 0 };
  const wrong: SuiteProblem[] = [];
  const { comments } = yamlLayout(text);
  const targetOf = nextLines(text, comments);
  const marks = comments.flatMap((comment): readonly Mark[] => {
    const read = rulesIn(comment);
    if (typeof read === "string") wrong.push(commentProblem(comment, read));
    if (read === undefined || typeof read === "string") return [];
    const line = targetOf(comment.line);
    return read.map((rule) => ({ rule, line, comment, isUsed: false }));
  });
  const first = new Map(marks.toReversed().map((mark) => [markKey(mark.rule, mark.line), mark]));
  const kept = problems.filter((problem) => {
    const mark = first.get(markKey(problem.rule, problem.range.start.line));
    if (mark === undefined) return true;
    mark.isUsed = true;
    return false;
  });
  for (const { rule, comment, isUsed } of marks) {
    if (isUsed) continue;
    const message = `there is nothing of ${rule} to pass over on the next line`;
    wrong.push(commentProblem(comment, message, "remove the comment, or the rule from it"));
  }
  return { kept: [...kept, ...wrong], suppressed: problems.length - kept.length };
}

function markKey(rule: string, line: number): string {
  return `${line} ${rule}`;
}

/** The rules that a comment names, or what is wrong with it; undefined for another comment. */
function rulesIn({ text }: YamlComment): readonly string[] | string | undefined {
  const [, rest, names = "", reason = ""] = pattern.exec(text) ?? [];
  if (rest === undefined) return undefined;
  if (rest !== "-next-line") return `a comment "flowproof-disable${rest}" does nothing`;
  const rules = names.split(/[\s,]+/).filter((name) => name !== "");
  if (rules.length === 0) return "this comment says of no rule that it is passed over";
  const unknown = rules.find((name) => suiteRules.get(name) === undefined);
  if (unknown !== undefined) {
    return `there is no rule "${unknown}" for suites: ${didYouMean(unknown, suiteRules.ids)}`;
  }
  const loading = rules.find((name) => suiteRules.get(name)?.check === undefined);
  if (loading !== undefined) return `what ${loading} reports keeps the suite from being run`;
  return reason.trim() === ""
    ? "this comment gives no reason, and so nothing is passed over"
    : rules;
}

function commentProblem(
  { line, column, text }: YamlComment,
  message: string,
  hint: string = form,
): SuiteProblem {
  const { id, severity } = suiteComments;
  const range: Range = {
    start: { line, column },
    end: { line, column: column + text.trimEnd().length },
  };
  return { rule: id, severity, message, hint, range, pointer: "" };
}

/** The next line behind one that is neither empty nor a comment. */
function nextLines(text: string, comments: readonly YamlComment[]): (line: number) => number {
  const lines = text.split(/\r\n|\n|\r/u);
  const begins = new Map(comments.map(({ line, column }) => [line, column]));
  const isEmpty = (line: number): boolean => {
    const written = lines[line - 1] ?? "";
    const indent = written.length - written.trimStart().length;
    return indent === written.length || begins.get(line) === indent + 1;
  };
  return (line) => {
    let next = line + 1;
    while (next <= lines.length && isEmpty(next)) next += 1;
    return next;
  };
}
