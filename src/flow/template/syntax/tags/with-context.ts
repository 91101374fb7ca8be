import type { Parser } from "../parser.ts";

/** `with context` or `without context`, if either stands here. */
export function parseWithContext({ tokens }: Parser): boolean | undefined {
  if (!tokens.isName("with", "without")) return undefined;
  const next = tokens.look();
  if (next.type !== "name" || next.text !== "context") return undefined;
  const withContext = tokens.next().text === "with";
  tokens.next();
  return withContext;
}
