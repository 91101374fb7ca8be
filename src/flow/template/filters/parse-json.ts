import { PyJsonError } from "../../../core/python/py-json-error.ts";
import { parsePyJson } from "../../../core/python/py-json.ts";
import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { codePointLength } from "../text/code-points.ts";
import { isText, plain } from "../values/kinds.ts";

const maxLength = 1_000_000;

/** `text|parse_json`, which is the service's own. */
export const parseJson: Filter = {
  id: "parse_json",
  docs: {
    summary: "reads a text as JSON",
    examples: [
      { template: `{{ ('{"a": [1, 1.0, null]}'|parse_json).a }}`, output: "[1, 1.0, None]" },
      { template: "{{ '{'|parse_json }}", error: "SecurityError" },
      { template: "{{ 1|parse_json }}", error: "SecurityError" },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    if (!isText(input)) return raise("SecurityError", "Value for parse_json must be string.");
    const text = plain(input);
    if (codePointLength(text) > maxLength) {
      return raise("SecurityError", "Value for parse_json is too long.");
    }
    host.budget.charge(text.length);
    try {
      return parsePyJson(text);
    } catch (error) {
      if (!(error instanceof PyJsonError)) throw error;
      return raise("SecurityError", "Invalid json value");
    }
  },
};
