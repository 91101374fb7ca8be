import type { WorkItem } from "./work-item.ts";

/** What a work item has to fulfill to be listed. */
export type Condition = (item: WorkItem) => boolean;

/** Every word has to be in the title or the description, whatever its case. */
export function hasWords(text: string): Condition {
  const words = wordsOf(text);
  return ({ title, description }) => containsWords(`${title}\n${description ?? ""}`, words);
}

/** The words of a search, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Whether a text has all of them. */
export function containsWords(text: string, words: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return words.every((word) => folded.includes(word));
}

/** GitLab's `labels`: all of the names, `None`, `Any`, or `scope::*` for any of a scope. */
export function hasLabels(names: readonly string[]): Condition {
  const [first = ""] = names;
  if (names.length === 1 && first.toLowerCase() === "none") {
    return ({ labels }) => labels.length === 0;
  }
  if (names.length === 1 && first.toLowerCase() === "any") return ({ labels }) => labels.length > 0;
  return ({ labels }) => names.every((name) => labels.some((label) => isLabel(label, name)));
}

function isLabel(label: string, asked: string): boolean {
  return asked.endsWith("::*") ? label.startsWith(asked.slice(0, -1)) : label === asked;
}

/** Within a time on both sides, each of which may be open; in milliseconds. */
export function isBetween(
  time: (item: WorkItem) => string | null,
  after: number | undefined,
  before: number | undefined,
): Condition {
  return (item) => {
    const text = time(item);
    if (text === null) return after === undefined && before === undefined;
    const ms = Date.parse(text);
    return (after === undefined || ms >= after) && (before === undefined || ms <= before);
  };
}

/** Opened, closed, or all. */
export function hasState(state: string): Condition {
  return ({ isOpen }) => state === "all" || isOpen === (state === "opened");
}

const day = 24 * 60 * 60 * 1000;

/** Words for due days that the issues API knows. */
export const dueWords = [
  "0",
  "any",
  "today",
  "tomorrow",
  "overdue",
  "week",
  "month",
  "next_month_and_previous_two_weeks",
] as const;

/** Whether it is due when a word says, seen from now. */
export function isDue(word: (typeof dueWords)[number], now: string): Condition {
  const today = Date.parse(now.slice(0, 10));
  if (word === "0") return ({ dueDate }) => dueDate === null;
  if (word === "any") return ({ dueDate }) => dueDate !== null;
  const [from, until] = dueRange(word, new Date(today));
  return ({ dueDate }) => {
    if (dueDate === null) return false;
    const due = Date.parse(dueDate);
    return due >= from && due <= until;
  };
}

/** The first and the last day, in milliseconds. Weeks begin on Monday. */
function dueRange(word: string, today: Date): readonly [number, number] {
  const at = today.getTime();
  const monday = at - ((today.getUTCDay() + 6) % 7) * day;
  const monthEnd = (months: number): number =>
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months + 1, 0);
  switch (word) {
    case "today":
      return [at, at];
    case "tomorrow":
      return [at + day, at + day];
    case "overdue":
      return [-Infinity, at - day];
    case "week":
      return [monday, monday + 6 * day];
    case "month":
      return [Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1), monthEnd(0)];
    default:
      return [at - 14 * day, monthEnd(1)];
  }
}
