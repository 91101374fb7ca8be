import { expect, test } from "vitest";
import type { Clock } from "../../src/core/clock.ts";
import { diskFiles, systemClock } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { runCli } from "../run-cli.ts";

const script = `script: s
replies:
  - turns: [{ text: One. }, { text: Two., delay_ms: 60000 }]
`;
const human = '[{"reply":"And"}]';
const base = ["flow", "run", "foundational_pirate_agent", "--goal", "Hi", "--script", "s.yml"];

interface Program {
  readonly exit: number;
  /** What was written, where, in order. */
  readonly written: readonly (readonly ["out" | "err", string])[];
}

test("an interruption exits with 130 and keeps what happened", async () => {
  const { exit, written } = await interrupted([...base, "--human", human, "-q"]);
  expect(exit).toBe(130);
  expect(textOf(written, "out")).toContain("reply     One.\n\nuser      And\n");
  expect(textOf(written, "err")).toBe("");
});

test("an interruption is said, and leaves no half of a document", async () => {
  const { exit, written } = await interrupted([...base, "--human", human, "--format", "json"]);
  expect(exit).toBe(130);
  expect(textOf(written, "out")).toBe("");
  expect(textOf(written, "err")).toContain("exit 130: interrupted\n");
});

test("without --stream the transcript comes at once", async () => {
  const { written } = await run(base);
  expect(written.filter(([stream]) => stream === "out")).toHaveLength(1);
});

test("with --stream it comes piece by piece, a reply before the next request", async () => {
  const { exit, written } = await interrupted([...base, "--human", human, "--stream"]);
  expect(exit).toBe(130);
  expect(textOf(written, "out")).toContain("\nreply     One.\n\nuser      And\n");
  expect(written.filter(([stream]) => stream === "out").length).toBeGreaterThan(4);
});

test("what is shortened for reading is whole with -v", async () => {
  const long = "x".repeat(2000);
  const own = `script: s\nreplies: [{ turns: [{ text: ${long} }] }]\n`;
  const answers = async (flags: readonly string[]): Promise<string> =>
    textOf((await run([...base, ...flags], { script: own })).written, "out");
  expect(await answers([])).toContain(`reply     ${"x".repeat(599)}…\n`);
  expect(await answers(["-v"])).toContain(`reply     ${long}\n`);
  expect(await answers([])).toContain(`answer    ${long}\n`);
});

/** The user loses patience with the second reply, which takes a minute. */
function interrupted(args: readonly string[]): Promise<Program> {
  const interruption = new AbortController();
  const sleep: Clock["sleep"] = (ms, signal) => {
    interruption.abort();
    return systemClock.sleep(ms, signal);
  };
  return run(args, { clock: { ...systemClock, sleep }, signal: interruption.signal });
}

async function run(
  args: readonly string[],
  world: Partial<Pick<CliContext, "clock" | "signal">> & { readonly script?: string } = {},
): Promise<Program> {
  const {
    clock = systemClock,
    signal = new AbortController().signal,
    script: text = script,
  } = world;
  const written: ["out" | "err", string][] = [];
  const exit = await runCli(args, {
    cwd: process.cwd(),
    env: {},
    stdin: async () => new Uint8Array(),
    stdout: (piece) => void written.push(["out", piece]),
    stderr: (piece) => void written.push(["err", piece]),
    terminal: { live: false, color: { stdout: false, stderr: false }, columns: 100 },
    files: {
      ...diskFiles,
      read: (path) => (path.endsWith("/s.yml") ? Promise.resolve(text) : diskFiles.read(path)),
    },
    clock,
    signal,
    versions: { flowproof: "0.0.0-test", node: process.versions.node },
  });
  return { exit, written };
}

function textOf(written: Program["written"], stream: "out" | "err"): string {
  return written.flatMap(([each, text]) => (each === stream ? [text] : [])).join("");
}
