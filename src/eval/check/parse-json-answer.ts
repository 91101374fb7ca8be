import type { JsonValue } from "../../core/json.ts";

/** The JSON that an answer consists of, with or without one code fence around it; undefined for other text. */
export function parseJsonAnswer(answer: string): { readonly value: JsonValue } | undefined {
  const text = answer.trim();
  const inner = text.startsWith("```") && text.endsWith("```") ? unfenced(text) : text;
  try {
    const value: JsonValue = JSON.parse(inner);
    return { value };
  } catch {
    return undefined;
  }
}

function unfenced(text: string): string {
  const firstLineEnd = text.indexOf("\n");
  return firstLineEnd === -1 ? text : text.slice(firstLineEnd + 1, -"```".length);
}
