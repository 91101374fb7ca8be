import type { YAMLError } from "yaml";
import type { Finding } from "./problem-list.ts";

/** The commonest mistakes, in words that say what to do; the library's own words for the rest. */
const known: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    /^Nested mappings are not allowed/,
    'a ": " stands where no mapping can begin',
    'put a value that contains ": " in quotes',
  ],
  [/^Tabs are not allowed/, "a tab cannot indent", "indent with spaces"],
  [/^Missing closing/, "a quote is opened and never closed", "close it, or double it inside"],
  [
    /must be sufficiently indented/,
    "a bracket is opened and not closed before the text goes back to the left",
    "close it, or indent what belongs to it",
  ],
  [/^Implicit keys need/, "a key runs over several lines", 'is a ":" missing?'],
  [/^Implicit map keys/, "a key has no value", 'is a ":" missing?'],
  [/^All mapping items/, "the keys of a mapping do not begin in one column", "indent them alike"],
  [/^All sequence items/, "the items of a list do not begin in one column", "indent them alike"],
  [/^A block sequence may not/, "a list stands where a key is needed", "is the indentation right?"],
  [/^Plain value cannot start/, "a value begins with a reserved character", "put it in quotes"],
  [/^Invalid escape sequence/, "unknown escape in double quotes", 'write "\\\\" for a backslash'],
];

/** An error of the library as a finding. */
export function syntaxFinding({ code, message, pos: [start, end] }: YAMLError): Finding {
  const entry = known.find(([pattern]) => pattern.test(message));
  return {
    code: codes[code] ?? "syntax",
    message: entry?.[1] ?? message.charAt(0).toLowerCase() + message.slice(1),
    hint: entry?.[2],
    span: [start, end],
    unindented: /^Missing closing|must be sufficiently indented/.test(message),
  };
}

const codes: Readonly<Partial<Record<YAMLError["code"], Finding["code"]>>> = {
  TAB_AS_INDENT: "tab",
  TAG_RESOLVE_FAILED: "tag",
  RESOURCE_EXHAUSTION: "limit",
};
