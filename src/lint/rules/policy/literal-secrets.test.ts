import { describe, expect, test } from "vitest";
import {
  made,
  namedSecrets,
  notSecrets,
  prefixedTokens,
} from "../../../../fixtures/made-secrets.ts";
import { namedShapes } from "../../../core/secrets/named-shapes.ts";
import { prefixedShapes } from "../../../core/secrets/prefixed-shapes.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import { lintFiles } from "../../lint-files.ts";
import { lintText } from "../../lint-text.ts";
import { pretty } from "../../reporters/pretty.ts";
import { completeExample } from "../../rule/complete-example.ts";

/** A flow that says something in its prompt. */
function flowWith(text: string): string {
  const block = text.replaceAll("\n", "\n        ");
  return completeExample({
    yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% raw %}
        ${block}
        {% endraw %}
      user: "{{ goal }}"
`,
  });
}

function secretsIn(yaml: string): readonly Diagnostic[] {
  return lintText(yaml, "flow.yml").filter(({ rule }) => rule === "literal-secrets");
}

const key = ["-----BEGIN OPENSSH PRIVATE", "KEY-----"].join(" ");
const privateKey = [key, made(64), made(64), made(40), key.replace("BEGIN", "END")].join("\n");

describe("every shape is found", () => {
  test.each(prefixedTokens)("$shape $prefix…", ({ shape, prefix, rest }) => {
    const token = `${prefix}${rest}`;
    const found = secretsIn(flowWith(`Use ${token} for it.`));
    expect(found).toMatchObject([{ severity: "error", line: 8, column: 13 }]);
    expect(found[0]?.endColumn).toBe(13 + token.length);
    expect(found[0]?.message).toContain(shape);
    expect(JSON.stringify(found)).not.toContain(rest.slice(0, 8));
  });

  test.each(namedSecrets)("$shape $text", ({ shape, text, secret }) => {
    const found = secretsIn(flowWith(text));
    expect(found).toMatchObject([{ severity: "warning", line: 8 }]);
    expect(found[0]?.message).toContain(shape);
    expect(JSON.stringify(found)).not.toContain(secret.slice(0, 8));
  });

  test("a key of several lines, at its first", () => {
    expect(secretsIn(flowWith(privateKey))).toMatchObject([{ line: 8, endLine: 8 }]);
  });

  test("no shape is without an example", () => {
    const shapes = [...prefixedShapes, ...namedShapes].map(({ id }) => id);
    const shown = new Set([...prefixedTokens, ...namedSecrets].map(({ shape }) => shape));
    expect(shapes.filter((id) => !shown.has(id))).toEqual(["private-key"]);
    expect(prefixedTokens.length + namedSecrets.length).toBeGreaterThanOrEqual(51);
  });
});

test.each(notSecrets)("this is none: %s", (text) => {
  expect(secretsIn(flowWith(text))).toEqual([]);
});

const token = `glpat-${made(20)}`;

test.each([
  ["a comment", `# ${token}\n`, 1],
  ["a literal", `description: ${token}\n`, 1],
  ["a key", `components:\n  - { ? ${token} : x }\n`, 2],
  ["broken YAML", `description: [${token}\n`, 1],
  ["an escaped text", `description: "glpat\\x2d${made(20)}"\n`, 1],
  ["a text of two lines", `description: "a glpat-\\\n  ${made(20)}"\n`, 1],
])("a secret is found in %s", (_, yaml, line) => {
  expect(secretsIn(yaml)).toMatchObject([{ line, severity: "error" }]);
});

test("the same secret is told wherever it stands", () => {
  const yaml = `name: ${token}\ndescription: x ${token}\n`;
  expect(secretsIn(yaml).map(({ line, pointer }) => [line, pointer])).toEqual([
    [1, "/name"],
    [2, "/description"],
  ]);
});

test("no report shows a secret, in whatever finding", async () => {
  const yaml = completeExample({
    yaml: `environment: ${token}
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "${token}", as: goal }
`,
  });
  const report = await lintFiles([{ path: "flow.yml", text: yaml }]);
  const shown = pretty.format(report, { color: false, verbose: true, columns: 120 });
  expect(report.counts.error).toBeGreaterThan(2);
  expect(shown).toContain("literal-secrets");
  expect(shown + JSON.stringify(report)).not.toContain(token.slice(6, 14));
});
