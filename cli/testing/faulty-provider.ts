import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { made } from "../../fixtures/made-secrets.ts";
import { parseScript } from "../../src/model/index.ts";
import type { RunEvent } from "../../src/record/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { createLlmSimulator, serve, type SimulatedFault } from "../../src/simulators/index.ts";
import { type ProgramRun, runWith } from "./run-in.ts";

/** What goes wrong, by the number of the request, from 1. */
export type Faults = (request: number) => SimulatedFault | undefined;

/** How a run ended, and what it has left. */
export interface FaultyRun extends ProgramRun {
  /** Undefined where standard output is empty. */
  readonly summary: Summary | undefined;
  /** What the simulator was asked, and what it answered. */
  readonly stats: ReturnType<typeof createLlmSimulator>["stats"];
}

export interface FaultyProject {
  readonly folder: string;
  /** Runs the suite with a model, over HTTP, against a provider with these faults. */
  run(model: string, faults: Faults, flags?: readonly string[]): Promise<FaultyRun>;
  /** Ids of the runs in `reports`. */
  runs(): readonly string[];
  /** Every line of the journal of the only run. */
  journal(): readonly RunEvent[];
  /** Every file below `reports`, by its path there. */
  files(): Readonly<Record<string, string>>;
  [Symbol.dispose](): void;
}

/** The key that the provider is asked with; its errors repeat it, as those of some providers do. */
const providerKey: string = `key-${made(24)}`;

/** The models of both interfaces: what goes wrong in one may be handled in the other only. */
export const faultyModels = ["anthropic/claude-x", "openai/any-model"] as const;

/** A case asks three times: for a call, for an answer to its result, for a verdict. */
export const requestsPerCase = 3;

const flow = `version: v1
environment: ambient
components:
  - name: reader
    type: AgentComponent
    prompt_id: reader
    inputs: ["context:goal"]
    toolset: [get_issue]
routers: [{ from: reader, to: end }]
flow: { entry_point: reader }
prompts:
  - prompt_id: reader
    name: Reader
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: "You read issues.", user: "{{ goal }}", placeholder: history }
`;

const address = "https://gitlab.example.com/shop/web/-/issues/1";
const scriptText = `script: reads
replies:
  - when: { judge: { $exists: true } }
    verdicts: { "*": met }
  - turns:
      - text: Let me read it.
        calls: [{ tool: get_issue, args: { url: "${address}" } }]
      - text: The cart loses items when two people change it at the same time.
`;

/** @param limits of every case, as a suite writes them. */
export function faultyProject(cases: number, limits: string = "{}"): FaultyProject {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-faults-"));
  mkdirSync(join(folder, "flows/reader"), { recursive: true });
  writeFileSync(join(folder, "flows/reader/1.0.0.yml"), flow);
  writeFileSync(join(folder, "reads.suite.yml"), suiteText(cases, limits));
  const reports = join(folder, "reports");
  const runs = (): readonly string[] => readNames(reports).filter((name) => /^\d{8}-/.test(name));
  return {
    folder,
    run: (model, faults, flags = []) => runAgainst(folder, faults, ["--model", model, ...flags]),
    runs,
    journal: () =>
      linesOf(join(reports, runs()[0] ?? "", "events.jsonl")).map((line): RunEvent =>
        JSON.parse(line),
      ),
    files: () => textsBelow(reports),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * What holds whatever goes wrong: everything that was written is whole, standard output says the same as
 * `summary.json`, and the key, which errors repeat, is nowhere.
 */
export function expectWhole(project: FaultyProject, { stdout, stderr }: FaultyRun): void {
  const files = project.files();
  const [run = ""] = project.runs();
  const names = ["events.jsonl", "run.json", "summary.json"].map((name) => join(run, name));
  expect(Object.keys(files).toSorted()).toEqual(names);
  const [events = "", about = "", summary = ""] = names.map((name) => files[name]);
  expect(events.endsWith("\n")).toBe(true);
  expect(project.journal().at(-1)).toMatchObject({ type: "run_finished", reason: "done" });
  expect(JSON.parse(about)).toMatchObject({ run });
  expect(summary).toBe(stdout);
  for (const text of [stdout, stderr, ...Object.values(files)]) {
    expect(text).not.toContain(providerKey);
  }
}

/** How often each call that came to a reply was tried, in the order of the journal. */
export function attemptsIn(events: readonly RunEvent[]): readonly number[] {
  return events.flatMap((event) =>
    event.type === "model_called" && event.reply !== undefined ? [event.reply.attempts] : [],
  );
}

function suiteText(cases: number, limits: string): string {
  const all = Array.from(
    { length: cases },
    (_, index) => `  - id: case-${index}
    ask: Read issue ${index}
    expect: [{ called: get_issue }, { answer: loses items }, { judge: [It has been read] }]
`,
  );
  return `suite: reads
target: { flow: reader, version: 1.0.0 }
context: { project: shop/web }
limits: ${limits}
tools:
  get_issue: { returns: { title: The cart loses items } }
cases:
${all.join("")}`;
}

async function runAgainst(
  cwd: string,
  faults: Faults,
  flags: readonly string[],
): Promise<FaultyRun> {
  const script = await parseScript(scriptText, "reads.script.yml");
  const fault: Faults = (request) => {
    const wrong = faults(request);
    return wrong?.type === "status"
      ? { message: `went wrong for ${providerKey}`, ...wrong }
      : wrong;
  };
  const simulator = createLlmSimulator({ script, fault });
  const server = await serve(simulator, { port: 0, onError: () => undefined });
  try {
    const args = ["eval", "run", "reads.suite.yml", "--format", "json", "--no-history", ...flags];
    const ended = await runWith(args, {
      cwd,
      env: {
        ANTHROPIC_BASE_URL: server.url,
        ANTHROPIC_API_KEY: providerKey,
        OPENAI_BASE_URL: `${server.url}/v1`,
        OPENAI_API_KEY: providerKey,
      },
    });
    const summary: Summary | undefined = ended.stdout === "" ? undefined : JSON.parse(ended.stdout);
    return { ...ended, summary, stats: simulator.stats };
  } finally {
    await server.close();
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Whole lines; a last one without an end is a line as well, and breaks whoever parses it. */
function linesOf(path: string): readonly string[] {
  return readFileSync(path, "utf8").replace(/\n$/, "").split("\n");
}

function textsBelow(folder: string): Readonly<Record<string, string>> {
  if (readNames(folder).length === 0) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
