import type { Budget } from "../runtime/budget.ts";
import { textOf } from "./text-of.ts";
import { Markup, NativeObject, type Value } from "./value.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&#34;",
};

/** A text with the five characters that mean something in HTML written as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>'"]/g, (char) => entities[char] ?? char);
}

/** A value as HTML: escaped, unless it already is HTML. */
export function escapeText(value: Value, budget: Budget): string {
  if (value instanceof Markup) return value.text;
  const html = value instanceof NativeObject ? value.html : undefined;
  if (html !== undefined) return html;
  const escaped = escapeHtml(textOf(value, budget));
  budget.produce(escaped.length);
  return escaped;
}

/** A value as safe HTML. */
export function escapeValue(value: Value, budget: Budget): Markup {
  return new Markup(escapeText(value, budget));
}

/** Whether a value says by itself what it is as HTML. */
export function isHtml(value: Value): boolean {
  return value instanceof Markup || (value instanceof NativeObject && value.html !== undefined);
}
