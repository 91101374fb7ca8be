import type { SchemaFinding } from "./schema-finding.ts";

type PatternProblem = Pick<SchemaFinding, "rule" | "message" | "hint">;

const outside = "the service's matcher works in linear time and has no such thing";

/** What Python can match and the service's own matcher, which is Rust's, cannot. */
const notInRust: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\(\?<?[=!]/, "look-around"],
  [/^\(\?>/, "an atomic group"],
  [/^\(\?\(/, "a conditional group"],
  [/^\(\?P=/, "a back-reference"],
  [/^\\[1-9]/, "a back-reference"],
  [/^\\Z/, "\\Z"],
];

/** Why a pattern would be refused; undefined when nothing is known against it. Asks nothing of the pattern's time. */
export function checkPattern(pattern: string): PatternProblem | undefined {
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const letter = pattern[index];
    const rest = pattern.slice(index, index + 4);
    if (!inClass) {
      // Python wants (?P<name>…).
      if (/^\(\?<[A-Za-z_]/.test(rest)) {
        return { rule: "E42", message: "its group has no P", hint: "write (?P<name>…)" };
      }
      const found = notInRust.find(([start]) => start.test(rest));
      if (found !== undefined)
        return { rule: "E48", message: `it uses ${found[1]}`, hint: outside };
    }
    if (letter === "\\") {
      if (index === pattern.length - 1) return { rule: "E42", message: "it ends in a backslash" };
      index += 1;
    } else if (inClass) {
      if (letter === "]") inClass = false;
    } else if (letter === "[") {
      inClass = true;
      // A bracket right at the beginning is a member of the class.
      if (/^\[\^?\]/.test(rest)) index += rest[1] === "^" ? 2 : 1;
    } else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    if (depth < 0) return { rule: "E42", message: "it closes a group that is not open" };
  }
  if (inClass) return { rule: "E42", message: "its [ is not closed" };
  return depth > 0 ? { rule: "E42", message: "its ( is not closed" } : undefined;
}
