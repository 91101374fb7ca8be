import type { JsonObject } from "../../core/json.ts";

const tags = ["goal", "system", "truncated_tool_output", "truncation_notice"];

/**
 * A text in which the service's security scan finds nothing, as far as a pattern can tell. Texts that
 * may be JSON are let pass, because the scan looks at the values inside of them.
 */
export const safeTemplate: JsonObject = {
  type: "string",
  not: {
    anyOf: [anywhere(`<\\s*(?:/\\s*)?(?:${tags.map(anyCase).join("|")})\\s*>`), anywhere("<!--")],
  },
};

function anywhere(pattern: string): JsonObject {
  return { type: "string", pattern: `^\\s*(?:(?!\\s|\\[|\\{\\s*["}])[\\s\\S]*)?${pattern}` };
}

function anyCase(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
