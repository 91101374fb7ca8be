import { describe, expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { appendToText } from "./append-to-text.ts";
import { applyEdits } from "./apply-edits.ts";

const at = ["prompts", 0, "prompt_template", "system"];
const lines = ["one: two, (three)", "four # five"];
const paragraph = lines.join(" ");

/** The end of a flow, with a text in some style of YAML. */
function flowWith(system: string): string {
  return `version: v1
environment: ambient
prompts:
  - prompt_id: help
    prompt_template:
      system: ${system}
      user: hello
`;
}

function valueIn(text: string): unknown {
  const { flow, problems } = inspectFlow(text, "flow.yml");
  const broken = problems.filter(({ rule }) => rule === "E01");
  return [...broken, flow.prompts[0]?.entries[0]?.texts[0]].at(0);
}

function append(text: string): string {
  const { flow } = inspectFlow(text, "flow.yml");
  const value = flow.prompts[0]?.entries[0]?.texts[0] ?? "";
  return applyEdits(text, appendToText(flow, { at, value, lines }));
}

describe("a paragraph is added to", () => {
  test.each([
    ["a literal block", "|\n        You help.", `You help.\n\n${lines.join("\n")}\n`],
    [
      "a block with spaces at its end",
      "|\n        You help.   \n\n\n",
      `You help.   \n\n${lines.join("\n")}\n`,
    ],
    ["a block without a line break at its end", "|-\n        You help.", undefined],
    ["a block with all of them", "|+\n        You help.\n\n", undefined],
    ["a block with a comment", "| # say it\n        You help.\n      # end", undefined],
    ["a block with an indicator", "|2\n          You help.\n        Well.", undefined],
    ["a block that begins with lines that are empty", "|\n\n\n        You help.", undefined],
    ["a block with lines that stand in", "|\n        You:\n          - help.", undefined],
    ["a folded block", ">\n        You\n        help.", `You help.\n${paragraph}\n`],
    ["a folded block that ends in a list", ">-\n        You:\n          - help.", undefined],
    ["a plain text", "You help.", `You help.\n\n${paragraph}`],
    ["a plain text with a comment", "You help. # say it", undefined],
    ["double quotes", '"You \\"help\\"."', `You "help".\n\n${paragraph}`],
    ["double quotes over lines", '"You\n        help."', undefined],
    ["single quotes", "'It''s you.'", `It's you. ${paragraph}`],
    ["single quotes over lines", "'You\n        help.'", undefined],
  ])("%s", (_, system, expected) => {
    const text = flowWith(system);
    for (const whole of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) {
      const after = append(whole);
      const value = String(valueIn(after));
      expect(value.replaceAll(/\s+/g, " ")).toContain(paragraph);
      expect(value.replaceAll(/\s/g, "")).toBe(
        `${String(valueIn(whole))}${paragraph}`.replaceAll(/\s/g, ""),
      );
      if (expected !== undefined) expect(value).toBe(expected);
      expect(after.replaceAll(/\r\n/g, "").includes("\n")).toBe(!whole.includes("\r"));
      expect(after.startsWith("\uFEFF")).toBe(whole.startsWith("\uFEFF"));
      expect(after.endsWith(whole.slice(-12))).toBe(true);
    }
  });

  test("the last line of a file that ends without a line break", () => {
    const text = "version: v1\nprompts:\n- prompt_template:\n    system: |\n      You help.";
    expect(append(text)).toBe(`${text}\n\n      ${lines.join("\n      ")}`);
  });

  test("a text in braces", () => {
    const text = "version: v1\nprompts: [{ prompt_template: { system: You help., user: x } }]\n";
    expect(valueIn(append(text))).toBe(`You help.\n\n${paragraph}`);
  });
});

describe("nothing is added to", () => {
  test.each([
    ["an alias", "&a You help.\n      user: *a"],
    ["a block with an anchor", "&a |\n        You help.\n      user: *a"],
    ["a text with a tag", "!!str You help."],
    ["a plain text over lines", "You\n        help."],
    ["a plain text that would have to be escaped", 'Say "yes" to all.'],
    ["an empty block", "|\n"],
    ["a folded block with an indicator", ">1\n        You help."],
  ])("%s", (_, system) => {
    const text = flowWith(system).replace(/\n {6}user: hello/, "");
    expect(append(text)).toBe(text);
  });
});
