import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type { RequestView } from "./request-view.ts";
import type { Script, ScriptEntry } from "./script.ts";
import { startOf } from "./start-of.ts";

const maxShown = 160;
const maxMatched = 60;

/** No entry matches: the message names the request, the hint is an entry to paste. */
export function noEntry(script: Script, view: RequestView): AppError {
  const place = { file: script.file };
  const hint = `add an entry to its replies:\n${entryFor(view)}`;
  return new AppError(
    "SCRIPT_NO_REPLY",
    `no entry of script "${script.name}" matches ${describe(view)}`,
    { place, hint: [...nearMisses(script, view), hint].join("\n") },
  );
}

/** The first entry that is meant for the question, and what else it wants: a prompt that has changed, say. */
function nearMisses({ entries }: Script, view: RequestView): readonly string[] {
  for (const { number, when } of entries) {
    if (view.isJudge || when.has("judge")) continue;
    const unmet = [...when].flatMap(([condition, matcher]) => {
      const [difference] = matcher.explain(view.read(condition));
      return difference === undefined ? [] : [{ condition, expected: difference.expected }];
    });
    if (unmet.some(({ condition }) => condition === "user")) continue;
    const wanted = unmet.map(({ condition, expected }) => `\`${condition}\` is ${expected}`);
    return [`entry ${number} answers this only if ${wanted.join(" and ")}`];
  }
  return [];
}

interface Exhausted {
  readonly view: RequestView;
  readonly replies: number;
}

/** An entry matches, but the conversation is longer than its turns. */
export function noFurtherReply(
  script: Script,
  entry: ScriptEntry,
  { view, replies }: Exhausted,
): AppError {
  return new AppError(
    "SCRIPT_NO_REPLY",
    `entry ${entry.number} of script "${script.name}" has ${count(replies, "reply", "replies")}, but this is request ${view.turn + 1} of the conversation: ${describe(view)}`,
    {
      place: entry.place,
      hint: `add a reply to the turns of this entry:\n      - text: "…"`,
    },
  );
}

/** An entry answers a judge, but leaves out a criterion that the judge is asked about. */
export function noVerdict(script: Script, entry: ScriptEntry, criterion: number): AppError {
  return new AppError(
    "SCRIPT_NO_REPLY",
    `entry ${entry.number} of script "${script.name}" has no verdict for criterion ${criterion}`,
    { place: entry.place, hint: `add "${criterion}: met" to its verdicts, or "*" for all others` },
  );
}

/** An entry answers a judge, but leaves out a rubric that the judge is asked about. */
export function noGrade(script: Script, entry: ScriptEntry, rubric: string): AppError {
  return new AppError(
    "SCRIPT_NO_REPLY",
    `entry ${entry.number} of script "${script.name}" has no grade for rubric ${rubric}`,
    { place: entry.place, hint: `add "${rubric}: 3" to its grades, or "*" for all others` },
  );
}

/** What a simulator told of any of these: the message is its first line, the hint whatever follows. */
export function relayedNoReply(told: string): AppError {
  const end = told.indexOf("\n");
  if (end < 0) return new AppError("SCRIPT_NO_REPLY", told);
  return new AppError("SCRIPT_NO_REPLY", told.slice(0, end), { hint: told.slice(end + 1) });
}

function describe(view: RequestView): string {
  if (view.pair !== undefined) {
    const [first, second] = [view.pair.first, view.pair.second].map((said) => said.join("\n"));
    return `a judge's request that holds the answer ${quoted(first)} against ${quoted(second)}`;
  }
  if (view.isJudge) return `a judge's request that shows the answer ${quoted(view.read("judge"))}`;
  const tools = view.read("tools");
  const names = Array.isArray(tools) && tools.length > 0 ? tools.join(", ") : "none";
  return `the request with user ${quoted(view.read("user"))}, last ${quoted(view.read("last"))}, tools ${clip(names, maxShown)}, turn ${view.turn}`;
}

/** In the indentation of a script; a text in JSON's quotes is YAML too. */
function entryFor(view: RequestView): string {
  if (view.pair !== undefined) {
    return "  - when: { judge: { $exists: true } }\n    prefers: tie";
  }
  const key = view.isJudge ? "judge" : "user";
  const text = view.read(key);
  const piece = typeof text === "string" ? pieceOf(text) : "";
  const matcher = piece === "" ? "{ $exists: true }" : `{ $contains: ${JSON.stringify(piece)} }`;
  const answer = view.isJudge
    ? `    verdicts: { "*": met }`
    : `    turns:\n${emptyReplies(view.turn)}`;
  return `  - when: { ${key}: ${matcher} }\n${answer}`;
}

function emptyReplies(turn: number): string {
  return Array.from({ length: turn + 1 }, () => `      - text: "…"`).join("\n");
}

/** The start of the first line that says something: what most likely tells this request from others. */
function pieceOf(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "") ?? "";
  return startOf(line.trim(), maxMatched).trim();
}

function quoted(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(clip(foldWhitespace(value), maxShown))
    : "(none)";
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
