import { namedShapes } from "./named-shapes.ts";
import { prefixedShapes } from "./prefixed-shapes.ts";
import { escapeForPattern, type TokenShape } from "./token-shape.ts";

/** A stretch of a text, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A secret that is known by how it looks. */
export interface ShapeSpan extends Span {
  readonly shape: TokenShape;
}

/** Finds the secrets in a text that look like secrets; they may overlap. */
export function shapeSpans(text: string): readonly ShapeSpan[] {
  const spans: ShapeSpan[] = [];
  for (const { sign, shapes } of groups) {
    if (!sign.test(text)) continue;
    for (const shape of shapes) {
      if (!shape.sign.test(text)) continue;
      // A hostile text holds more than a call takes as arguments.
      for (const span of spansOf(shape.pattern, text, shape.accepts))
        spans.push({ ...span, shape });
    }
  }
  return spans;
}

/** Where a global pattern finds what is accepted; its first group, where there is one. */
export function spansOf(
  pattern: RegExp,
  text: string,
  accepts: (secret: string) => boolean = () => true,
): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const secret = match[1] ?? match[0];
    if (!accepts(secret)) continue;
    // What follows a group is a quote or an @, which the group cannot hold.
    const start = match.index + match[0].lastIndexOf(secret);
    spans.push({ start, end: start + secret.length });
  }
  return spans;
}

interface Group {
  /** Tells of nearly all texts, in one go, that no shape of the group is in it. */
  readonly sign: RegExp;
  readonly shapes: readonly (TokenShape & { readonly sign: RegExp })[];
}

const groups: readonly Group[] = [group(prefixedShapes, ""), group(namedShapes, "i")];

function group(shapes: readonly TokenShape[], flags: string): Group {
  return {
    sign: anyOf(
      shapes.flatMap(({ signs }) => signs),
      flags,
    ),
    shapes: shapes.map((shape) => ({ ...shape, sign: anyOf(shape.signs, flags) })),
  };
}

/** Sorted, so that the engine finds common beginnings; without those that another one is a part of. */
function anyOf(signs: readonly string[], flags: string): RegExp {
  const unique = [...new Set(signs)].toSorted();
  const least = unique.filter(
    (sign) => !unique.some((part) => part !== sign && sign.includes(part)),
  );
  return new RegExp(least.map(escapeForPattern).join("|"), flags);
}
