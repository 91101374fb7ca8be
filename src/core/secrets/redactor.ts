import { isJsonObject, type JsonValue } from "../json.ts";
import { knownSpans } from "./known-spans.ts";
import { knownForms } from "./known-values.ts";
import { isSecretUnder } from "./secret-key.ts";
import { shapeSpans, type Span } from "./shape-scanner.ts";

/** Removes secrets from what is about to be written. */
export interface Redactor {
  redact(text: string): string;
  /** The value with every text redacted, keys too; the very same value when there is nothing to remove. */
  redactJson(value: JsonValue): JsonValue;
}

export interface RedactorOptions {
  /** Secret values that are known; `secretValuesFromEnv` finds those of the environment. */
  readonly known: readonly string[];
}

/** What stands where a secret was. */
export const redacted: string = "[REDACTED]";

/** What was taken out can bring together what was apart, so a text is looked at again, but not forever. */
const maxPasses = 3;
const maxDepth = 500;

/**
 * A redactor of known values, in every form they may turn up in, and of texts that look like secrets.
 * It takes time in proportion to the text, and hardly any where there is nothing to remove.
 */
export function createRedactor({ known }: RedactorOptions): Redactor {
  const knownIn = knownSpans(knownForms(known).filter((form) => !redacted.includes(form)));
  const spansIn = (text: string): readonly Span[] => [...knownIn(text), ...shapeSpans(text)];
  const redact = (text: string): string => {
    let clean = text;
    for (let pass = 0; pass < maxPasses; pass += 1) {
      const spans = spansIn(clean);
      if (spans.length === 0) break;
      clean = replaceSpans(clean, spans);
    }
    return clean;
  };
  return { redact, redactJson: (value) => redactValue(value, redact, 0) };
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let clean = "";
  let done = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start >= done) clean += text.slice(done, start) + redacted;
    done = Math.max(done, end);
  }
  return clean + text.slice(done);
}

function redactValue(value: JsonValue, redact: (text: string) => string, depth: number): JsonValue {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return redacted;
  if (!isJsonObject(value)) {
    const items = value.map((item) => redactValue(item, redact, depth + 1));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  let changed = false;
  const entries = Object.entries(value).map(([key, item]) => {
    const secret = typeof item === "string" && isSecretUnder(key, item);
    const entry = [redact(key), secret ? redacted : redactValue(item, redact, depth + 1)] as const;
    changed ||= entry[0] !== key || entry[1] !== item;
    return entry;
  });
  return changed ? Object.fromEntries(entries) : value;
}
