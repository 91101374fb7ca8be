import { pythonSpace } from "../text/python-space.ts";

const space = `[${pythonSpace}]`;

// All of them are sticky: they are only ever tried at one place.
export const rawBegin: RegExp = new RegExp(
  `\\{%([-+]?)${space}*raw${space}*(?:-%\\}${space}*|%\\})`,
  "y",
);
export const rawEnd: RegExp = new RegExp(
  `\\{%([-+]?)${space}*endraw${space}*(?:\\+%\\}|-%\\}${space}*|%\\})`,
  "y",
);
export const variableEnd: RegExp = new RegExp(`-\\}\\}${space}*|\\}\\}`, "y");
export const blockEnd: RegExp = new RegExp(`\\+%\\}|-%\\}${space}*|%\\}`, "y");
export const spaces: RegExp = new RegExp(`${space}+`, "y");
export const name: RegExp = /[\p{L}\p{N}\p{XIDC}_]+/uy;
export const identifier: RegExp = /^[\p{XIDS}_]\p{XIDC}*$/u;
export const operator: RegExp = /\/\/|\*\*|[=!><]=|[-+/*%~[\](){}><=.:|,;]/y;

/** What a sticky pattern matches at a place; undefined where it does not. */
export function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}
