import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import { type ShapeSpan, shapeSpans } from "../../core/secrets/shape-scanner.ts";
import type { FlowInspection, NodePath } from "../../flow/index.ts";

/** A secret that is written in a file, in its text or in a value that YAML puts together. */
export interface LiteralSecret {
  readonly span: ShapeSpan;
  readonly value: string;
  /** To the value, for one that does not stand in the text as it is. */
  readonly at: NodePath | undefined;
}

/** Everything in a file that looks like a secret, each place once. */
export function literalSecrets(
  text: string,
  { yaml }: Pick<FlowInspection, "yaml">,
): readonly LiteralSecret[] {
  const written = writtenSecrets(text);
  const known = new Set(written.map(({ value }) => withoutSpace(value)));
  const composed = textsOf(yaml.value).flatMap(({ value: whole, at }) => {
    return withoutOverlaps(shapeSpans(whole)).flatMap((span) => {
      const value = whole.slice(span.start, span.end);
      const isWritten = text.includes(value) || known.has(withoutSpace(value));
      return isWritten ? [] : [{ span, value, at }];
    });
  });
  return [...written, ...composed];
}

/** Everything in a text that looks like a secret as it stands there. */
export function writtenSecrets(text: string): readonly LiteralSecret[] {
  return withoutOverlaps(shapeSpans(text)).map((span) => {
    return { span, value: text.slice(span.start, span.end), at: undefined };
  });
}

/** YAML takes away the indentation of a key of several lines. */
function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}

/** Of several shapes in one place the one that begins first, and of those the longest. */
function withoutOverlaps(spans: readonly ShapeSpan[]): readonly ShapeSpan[] {
  let end = -1;
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span) => {
    if (span.start < end) return false;
    ({ end } = span);
    return true;
  });
}

interface Text {
  readonly value: string;
  readonly at: NodePath;
}

function textsOf(value: PyValue | undefined, at: NodePath = []): readonly Text[] {
  if (typeof value === "string") return [{ value, at }];
  if (isPyDict(value)) return [...value].flatMap(([key, item]) => textsOf(item, [...at, key]));
  return isPyList(value) ? value.flatMap((item, index) => textsOf(item, [...at, index])) : [];
}
