import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { expect, test } from "vitest";
import { corpusFolder, readCorpus } from "../../../fixtures/corpus.ts";

/** Renders what comes on the standard input: a list of templates. */
const program = `
  import { renderTemplate, TemplateError } from "./src/flow/template/index.ts";
  const l = Array.from({ length: 100 }, (_, index) => index);
  const variables = { s: "hello World", l, d: { a: 1 }, n: null, x: "X" };
  const files = (name) => name === "self.j2" ? '{% include "self.j2" %}' : undefined;
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  for (const template of JSON.parse(Buffer.concat(chunks).toString())) {
    try {
      renderTemplate(template, variables, { files });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
    }
  }
  process.stdout.write("all of them");
`;

interface Payload {
  readonly t?: string;
  readonly parts?: readonly (readonly [string, number])[];
}

test.runIf(corpusFolder !== undefined)("hostile templates need no more than 64 MB together", () => {
  const payloads: readonly Payload[] = JSON.parse(readCorpus("payloads.json"));
  const templates = payloads.map(({ t, parts = [] }) => {
    return t ?? parts.map(([text, count]) => text.repeat(count)).join("");
  });
  const flags = ["--max-old-space-size=64", "--disallow-code-generation-from-strings"];
  const loader = ["--import", "tsx", "--input-type=module"];
  const { stdout, stderr } = spawnSync(execPath, [...flags, ...loader, "--eval", program], {
    cwd: new URL("../../..", import.meta.url),
    input: JSON.stringify(templates),
  });
  expect({ output: stdout.toString(), problem: stderr.toString() }).toEqual({
    output: "all of them",
    problem: "",
  });
});
