import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Paints text for a terminal, or leaves it alone where colors are off. */
export type Paint = (style: Style, text: string) => string;

export function createPaint(color: boolean): Paint {
  // Whether to paint is the caller's to know: standard output may be a file while this goes elsewhere.
  const always = { validateStream: false };
  return color ? (style, text) => styleText(style, text, always) : (_, text) => text;
}
