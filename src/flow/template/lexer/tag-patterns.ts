import { pythonSpace } from "../text/python-space.ts";

const space = `[${pythonSpace}]`;

// All of them are sticky: they are only ever tried at one place.
/** The tag that begins a `raw` block. */
export const rawBegin: RegExp = new RegExp(
  `\\{%([-+]?)${space}*raw${space}*(?:-%\\}${space}*|%\\})`,
  "y",
);
/** The tag that ends a `raw` block. */
export const rawEnd: RegExp = new RegExp(
  `\\{%([-+]?)${space}*endraw${space}*(?:\\+%\\}|-%\\}${space}*|%\\})`,
  "y",
);
/** The end of `{{ … }}`, with the space that it takes along. */
export const variableEnd: RegExp = new RegExp(`-\\}\\}${space}*|\\}\\}`, "y");
/** The end of `{% … %}`, with the space that it takes along. */
export const blockEnd: RegExp = new RegExp(`\\+%\\}|-%\\}${space}*|%\\}`, "y");
/** Space between tokens. */
export const spaces: RegExp = new RegExp(`${space}+`, "y");
/** What might be a name. */
export const name: RegExp = /[\p{L}\p{N}\p{XIDC}_]+/uy;
/** What Python takes as a name. */
export const identifier: RegExp = /^[\p{XIDS}_]\p{XIDC}*$/u;
/** The longest operator that fits. */
export const operator: RegExp = /\/\/|\*\*|[=!><]=|[-+/*%~[\](){}><=.:|,;]/y;

/** What a sticky pattern matches at a place; undefined where it does not. */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}
