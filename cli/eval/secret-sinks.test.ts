import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseScript } from "../../src/model/index.ts";
import { createLlmSimulator, serve } from "../../src/simulators/index.ts";
import { runWith } from "../testing/run-in.ts";

const flow = `version: v1
environment: ambient
components:
  - name: helper
    type: AgentComponent
    prompt_id: helper
    inputs: ["context:goal"]
    toolset: [get_issue]
routers: [{ from: helper, to: end }]
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You are kind., user: "{{ goal }}", placeholder: history }
`;

/** A secret as it may turn up in a text, by the name of its encoding. */
function encodings(secret: string): Readonly<Record<string, string>> {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const shifted = (by: number): string =>
    Buffer.from(`${"x".repeat(by)}${secret}`).toString("base64");
  return {
    plain: secret,
    json,
    "json in json": JSON.stringify(json).slice(1, -1),
    url: encodeURIComponent(secret),
    form: encodeURIComponent(secret).replaceAll("%20", "+"),
    html,
    "html with quotes": html.replaceAll('"', "&quot;"),
    hex: bytes.toString("hex"),
    "upper-case hex": bytes.toString("hex").toUpperCase(),
    reversed: Array.from(secret).toReversed().join(""),
    base64: shifted(0),
    "base64 one on": shifted(1),
    "base64 two on": shifted(2),
    base64url: bytes.toString("base64url"),
  };
}

const partLength = 24;

/** Where a text stands, for whoever reads the failure. */
function around(written: string, part: string): string {
  const at = written.indexOf(part);
  return JSON.stringify(written.slice(Math.max(0, at - 120), at + 120));
}

/** What of an encoding depends on the secret alone: the ends of base64 hold their neighbors too. */
function core(name: string, text: string): string {
  return name.startsWith("base64") ? text.slice(4, -4) : text;
}

/** Every text that a run of the folder has written, by the file's path. */
function writtenIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const);
}

/** Runs a case in which model, tool, arguments and user all say the secret, and gives back every sink. */
async function sinksOf(secret: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  const said = Object.entries(encodings(secret))
    .map(([name, text]) => `${name}: ${text}`)
    .join("\n");
  mkdirSync(join(folder, "in/flows/helper"), { recursive: true });
  writeFileSync(join(folder, "in/flows/helper/1.0.0.yml"), flow);
  const url = "https://gitlab.example.com/shop/web/-/issues/1";
  const suite = {
    suite: "one",
    target: { flow: "helper", version: "1.0.0" },
    context: { project: "shop/web" },
    tools: { get_issue: [{ times: 1, returns: { title: said } }, { error: said }] },
    cases: [
      {
        id: "says",
        ask: `Use ${said}`,
        // One that fails, so that messages quote what was said; one for the judge.
        expect: [{ answer: { word: "nothing" } }, { called: "get_issue" }, { judge: [said] }],
      },
    ],
  };
  writeFileSync(join(folder, "in/one.suite.yml"), JSON.stringify(suite));
  const script = {
    script: "s",
    replies: [
      {
        when: { judge: { $exists: true } },
        verdicts: { "*": { verdict: "not_met", reasoning: said } },
      },
      {
        turns: [
          { text: said, calls: [{ tool: "get_issue", args: { url, note: said } }] },
          { calls: [{ tool: "get_issue", args: { url } }] },
          { text: said },
        ],
      },
    ],
  };
  const parsed = await parseScript(JSON.stringify(script), "s.yml");
  const server = await serve(createLlmSimulator({ script: parsed }), { port: 0 });
  const args = ["eval", "run", "one.suite.yml", "--model", "claude-x", "-v", "--reports", "../out"];
  const outputs = ["junit.xml", "json=a.txt", "pretty=b.txt"].flatMap((name) => [
    "-o",
    name.replace(/^(\w+=)?/u, "$1../out/"),
  ]);
  const env = {
    ANTHROPIC_BASE_URL: server.url,
    ANTHROPIC_API_KEY: "made-up-key-0123456789",
    SHOP_TOKEN: secret,
  };
  try {
    const run = await runWith([...args, ...outputs, "--record", "../out/tapes"], {
      cwd: join(folder, "in"),
      env,
    });
    expect(run.exit, run.stderr).toBe(1);
    const files = writtenIn(folder).filter(([path]) => !path.startsWith("in/"));
    return new Map([["standard output", run.stdout], ["standard error", run.stderr], ...files]);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const shown = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCodePoint(code));
const secrets = fc
  .array(fc.oneof({ weight: 9, arbitrary: shown }, fc.constantFrom(" ", "é", "ß", "日", "🙂")), {
    minLength: 12,
    maxLength: 200,
  })
  .map((parts) => parts.join("").trim())
  // One character over and over is no secret, and a value that looks like a path or a reference is none either.
  .filter((text) => new Set(text).size > 6 && text.length >= 8 && !/^[./$]/u.test(text));

test("a secret of the environment reaches no sink in any encoding", async () => {
  const property = fc.asyncProperty(secrets, async (secret) => {
    const sinks = await sinksOf(secret);
    const names = [...sinks.keys()].map((path) => path.replace(/^out\/[^/]*\/(?=\w+\.)/u, "run/"));
    for (const file of ["run/run.json", "run/events.jsonl", "run/summary.json", "out/junit.xml"]) {
      expect(names).toContain(file);
    }
    for (const [name, text] of Object.entries(encodings(secret))) {
      const sought = core(name, text);
      if (sought.length < 8) continue;
      for (const [sink, written] of sinks) {
        // Half a secret is one too: what is cut to length must be cleaned before.
        for (const part of [sought, sought.slice(0, partLength), sought.slice(-partLength)]) {
          if (written.includes(part))
            throw new Error(`${name} in ${sink}: ${around(written, part)}`);
        }
      }
    }
  });
  await fc.assert(property, { numRuns: 6, seed: 37 });
});
