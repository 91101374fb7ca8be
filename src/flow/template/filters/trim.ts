import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { codePointsOf } from "../text/code-points.ts";
import { stripPythonSpace } from "../text/python-space.ts";
import { alike, isText, plain } from "../values/kinds.ts";
import { softText } from "../values/text-of.ts";

/** `text|trim`. */
export const trim: Filter = {
  id: "trim",
  docs: {
    summary: "takes white space, or given characters, from both ends of a text",
    examples: [
      {
        template: "[{{ '  a b\\n'|trim }}] {{ 'xyaxy'|trim('yx') }} {{ none|trim }}",
        output: "[a b] a None",
      },
      { template: "{{ 'a'|trim(1) }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "chars", default: null }],
  apply({ input, argument, host }) {
    const text = softText(input, host.budget);
    const chars = argument("chars");
    host.budget.produce(plain(text).length);
    if (chars === null) return alike(text, stripPythonSpace(plain(text)));
    if (!isText(chars)) return raise("TypeError", "strip arg must be None or str");
    return alike(text, stripChars(plain(text), new Set(codePointsOf(plain(chars)))));
  },
};

function stripChars(text: string, chars: ReadonlySet<string>): string {
  const points = codePointsOf(text);
  let [start, end] = [0, points.length];
  while (start < end && chars.has(points[start] ?? "")) start += 1;
  while (end > start && chars.has(points[end - 1] ?? "")) end -= 1;
  return points.slice(start, end).join("");
}
