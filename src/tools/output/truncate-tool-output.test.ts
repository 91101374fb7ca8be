import { describe, expect, test } from "vitest";
import { sanitizeToolOutput } from "./sanitize-tool-output.ts";
import { truncateToolOutput } from "./truncate-tool-output.ts";

const kib = 1024;

function kept(output: string): string {
  const match = /<truncated_tool_output>\n([^]*)\n<\/truncated_tool_output>/.exec(output);
  return match?.[1] ?? "";
}

describe("a result within the limit stays as it is", () => {
  test.each([
    ["get_issue", 200 * kib],
    ["get_job_logs", 200 * kib],
    ["build_review_merge_request_context", kib * kib],
  ])("%s", (tool, limit) => {
    for (const text of ["", "a".repeat(limit), `é${"a".repeat(limit - 2)}`]) {
      expect(truncateToolOutput(text, tool)).toBe(text);
    }
  });
});

describe("a longer result is cut", () => {
  test.each([
    { tool: "get_issue", limit: 200 * kib, part: [0, 100 * kib] },
    { tool: "get_job_logs", limit: 200 * kib, part: [-150 * kib] },
    { tool: "build_review_merge_request_context", limit: kib * kib, part: [0, 800 * kib] },
  ])("$tool", ({ tool, limit, part }) => {
    const text = `first${"a".repeat(limit)}last`;
    expect(kept(truncateToolOutput(text, tool))).toBe(text.slice(...part));
  });

  test("by bytes, not by characters", () => {
    const text = "é".repeat(100 * kib + 1);
    expect(kept(truncateToolOutput(text, "get_issue"))).toBe("é".repeat(50 * kib));
  });

  test.each(["get_issue", "get_job_logs"])("between characters: %s", (tool) => {
    // Three bytes each, so that the cut would fall inside one.
    const part = kept(truncateToolOutput("語".repeat(100 * kib), tool));
    expect(part).toMatch(/^語+$/);
    expect(part.length).toBeGreaterThan(34_000);
  });

  test("and a notice says by how much", () => {
    const output = truncateToolOutput("a".repeat(400 * kib), "get_issue");
    expect(output).toMatch(/^<truncation_notice>\n[^]*\n<\/truncation_notice>$/);
    expect(output).toContain("about 25600 of 102400 tokens (25.0%)");
  });
});

test("the tags of the notice are written as entities for the model, and what was cut is no JSON", () => {
  const cut = truncateToolOutput(`["${"a".repeat(300 * kib)}"]`, "get_issue");
  const read = sanitizeToolOutput(cut, "get_issue");
  expect(read).toContain('&lt;truncated_tool_output&gt;\n["aaa');
  expect(read).toMatch(/&lt;\/truncation_notice&gt;$/);
});
