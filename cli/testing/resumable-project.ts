import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent, TrialFinished, TrialKey } from "../../src/record/index.ts";
import type { Summary } from "../../src/report/index.ts";

/** A folder with a suite whose agent is a script, to run, to stop and to go on with. */
export interface ResumableProject {
  readonly folder: string;
  write(path: string, text: string): void;
  /** Ids of the runs in `reports`, from the oldest. */
  runs(): readonly string[];
  /** Every line of the journal of a run, as it stands there. */
  journal(run: string): readonly RunEvent[];
  summary(run: string): Summary;
  [Symbol.dispose](): void;
}

export interface SuiteOptions {
  readonly cases: number;
  readonly trials: number;
  /** How long the script lets everybody wait for a reply. */
  readonly delayMs?: number;
}

const flow = `version: v1
environment: chat-partial
name: Echo
description: Says hello
components:
  - name: echo
    type: AgentComponent
    prompt_id: echo
    toolset: []
routers: []
flow: { entry_point: echo }
prompts:
  - prompt_id: echo
    name: Echo
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: "Say hello.", user: "{{ goal }}", placeholder: history }
`;

/**
 * A project of one suite; a third of its cases fail, so that there is more to keep than that all is well. They
 * have one trial: of more, it would be chance how many are run before the first has failed.
 */
export function resumableProject(options: SuiteOptions): ResumableProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-resume-")));
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("flows/echo/1.0.0.yml", flow);
  write("echo.suite.yml", suiteText(options));
  write("echo.script.yml", scriptText(options));
  const reports = join(folder, "reports");
  return {
    folder,
    write,
    runs: () =>
      readdirSync(reports)
        .filter((name) => /^\d{8}-/.test(name))
        .toSorted(),
    journal: (run) =>
      readFileSync(join(reports, run, "events.jsonl"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line): RunEvent => JSON.parse(line)),
    summary: (run) => JSON.parse(readFileSync(join(reports, run, "summary.json"), "utf8")),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function suiteText({ cases, trials }: SuiteOptions): string {
  const all = Array.from({ length: cases }, (_, index) => {
    const rest =
      index % 3 === 2
        ? "expect: [{ answer: nowhere }]"
        : `expect: [{ answer: hello }], trials: ${trials}`;
    return `  - { id: case-${index}, ask: Greet ${index}, ${rest} }`;
  });
  return `suite: echo
target: { flow: echo, version: ^1.0.0 }
script: echo.script.yml
context: { project: shop/web }
cases:
${all.join("\n")}
`;
}

export function scriptText({ delayMs = 0 }: Pick<SuiteOptions, "delayMs">): string {
  return `script: echo
replies:
  - when: {}
    turns: [{ text: hello there, delay_ms: ${delayMs} }]
`;
}

/** What two runs of the same plan may differ in: the name of the run, and the times that it took. */
const ofOneRun: ReadonlySet<string> = new Set(["run", "activeMs", "waitMs", "firstTokenMs"]);

/** A summary without what is of one run only. */
export function comparable(summary: Summary): unknown {
  return JSON.parse(
    JSON.stringify(summary, (key, value: unknown) => (ofOneRun.has(key) ? undefined : value)),
  );
}

/** Trials that a journal shows to have begun after they had finished, or to have finished twice. */
export function repeatedTrials(events: readonly RunEvent[]): readonly string[] {
  const finished = new Set<string>();
  return events.flatMap((event) => {
    if (event.type !== "trial_started" && event.type !== "trial_finished") return [];
    const name = nameOf(event);
    if (finished.has(name)) return [name];
    if (event.type === "trial_finished") finished.add(name);
    return [];
  });
}

/** Trials that finished, in their order. */
export function finishedIn(events: readonly RunEvent[]): readonly TrialFinished[] {
  return events.filter((event) => event.type === "trial_finished");
}

function nameOf({ suite, case: id, target, trial }: TrialKey): string {
  return `${suite}/${id}/${target}/${trial}`;
}
