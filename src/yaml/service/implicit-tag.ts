/** What PyYAML makes of a plain scalar by its looks. */
export type ImplicitTag =
  | "str"
  | "bool"
  | "int"
  | "float"
  | "null"
  | "timestamp"
  | "merge"
  | "value";

// PyYAML's own patterns, tried in its order. Every one begins with one of these characters, so that
// most scalars, which are words, cost one look-up.
const first = new Set("yYnNtTfFoO-+0123456789.<~=");

const patterns: readonly (readonly [ImplicitTag, RegExp])[] = [
  ["bool", /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/],
  [
    "float",
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  ],
  [
    "int",
    /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  ],
  ["merge", /^<<$/],
  ["null", /^(?:~|null|Null|NULL)$/],
  [
    "timestamp",
    /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$/,
  ],
  ["value", /^=$/],
];

/** The tag that PyYAML resolves for a plain scalar. */
export function implicitTag(text: string): ImplicitTag {
  if (text === "") return "null";
  if (!first.has(text.charAt(0))) return "str";
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? "str";
}
