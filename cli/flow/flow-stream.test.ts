import { afterEach, describe, expect, test } from "vitest";
import { parseScript } from "../../src/model/index.ts";
import { diskFiles, systemClock } from "../../src/platform/index.ts";
import { createLlmSimulator, serve, type SimulatedFault } from "../../src/simulators/index.ts";
import { runWith } from "../testing/run-in.ts";

/** Made here, not written out, so that scanners of this repository stay quiet. */
const token = `glpat-${"Ab3dEf6hIj".repeat(2)}`;
const phrase = "the secret of the house\nis under the stairs";
const pirate = "foundational_pirate_agent";
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Written {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Each write, in order. */
  readonly pieces: readonly string[];
}

interface Setting {
  readonly fault?: (request: number) => SimulatedFault | undefined;
  readonly signal?: AbortSignal;
  readonly onWrite?: (everything: string) => void;
}

/** Runs `flow run` against a model on a loopback address that says this. */
async function play(
  text: string,
  flags: readonly string[],
  { fault = () => undefined, signal, onWrite }: Setting = {},
): Promise<Written> {
  const turns = [{ text }, { text: "And more." }];
  const script = await parseScript(JSON.stringify({ script: "s", replies: [{ turns }] }), "s.yml");
  const server = await serve(createLlmSimulator({ script, fault }), { port: 0 });
  closers.push(() => server.close());
  const pieces: string[] = [];
  const written = { stdout: "", stderr: "" };
  const listen = (stream: "stdout" | "stderr") => (piece: string) => {
    written[stream] += piece;
    pieces.push(piece);
    onWrite?.(written.stdout + written.stderr);
  };
  const model = ["--model", "claude-sonnet-4-6", "--project", "shop/web"];
  const { exit } = await runWith(["flow", "run", pirate, "--goal", "Hi", ...model, ...flags], {
    env: { ANTHROPIC_API_KEY: "key", ANTHROPIC_BASE_URL: server.url, HOUSE_SECRET: phrase },
    stdout: listen("stdout"),
    stderr: listen("stderr"),
    files: diskFiles,
    clock: { ...systemClock, sleep: (_, aborted) => systemClock.sleep(1, aborted) },
    ...(signal === undefined ? {} : { signal }),
  });
  return { exit, ...written, pieces };
}

/** A few bytes at a time, as a slow network brings them. */
const dripping: SimulatedFault = { type: "drip", bytes: 40, pauseMs: 1 };
const slow = { fault: (): SimulatedFault => dripping };

test("words are written while the rest of the reply is on its way", async () => {
  const interruption = new AbortController();
  const { exit, stdout } = await play("Once upon a time, and ever after.", ["--stream"], {
    ...slow,
    signal: interruption.signal,
    onWrite: (everything) => {
      if (everything.includes("Once upon")) interruption.abort();
    },
  });
  expect(exit).toBe(130);
  expect(stdout).toMatch(/reply {5}Once upon[^\n]*\nnote {6}the reply broke off[^\n]*\n$/);
  expect(stdout).not.toContain("ever after");
});

const text = `# Ahoy\n\nOne  \n\n  two, \u001B[31mthree\u001B[0m and ${token},\nthen ${phrase}: four.\n\n`;

describe.each([
  ["at once", {}],
  ["in small pieces", slow],
])("a reply that comes %s", (_, setting: Setting) => {
  test("is the same transcript word by word as it is whole", async () => {
    const streamed = await play(text, ["--stream"], setting);
    const whole = await play(text, ["-v"], setting);
    expect(streamed.stdout).toBe(whole.stdout);
    expect(streamed.stdout).toContain(
      "reply     # Ahoy\n\n          One\n\n            two, three and [REDACTED],\n          then [REDACTED]: four.\n",
    );
    expect(whole.pieces.length).toBeLessThan(3);
  });

  test("shows neither secrets nor what a terminal obeys, in no piece", async () => {
    const { pieces } = await play(text, ["--stream"], setting);
    const everything = pieces.join("");
    for (const part of [token.slice(0, 9), token.slice(-9), "under the", "\u001B"]) {
      expect(everything).not.toContain(part);
    }
  });
});

test("beside a document the words go to standard error, and the document stays one", async () => {
  const { stdout, stderr, pieces } = await play(
    "Once upon a time.",
    ["--stream", "--format", "json"],
    slow,
  );
  expect(JSON.parse(stdout)).toMatchObject({
    status: "waiting_input",
    answer: "Once upon a time.",
  });
  expect(pieces.filter((piece) => stdout.includes(piece) && piece.length > 20)).toHaveLength(1);
  expect(stderr).toContain("reply     Once upon a time.\n");
  expect(pieces.indexOf(" time.")).toBeGreaterThan(0);
});

test.each<[string, SimulatedFault]>([
  ["breaks off", { type: "reset", atByte: 800 }],
  ["ends too early", { type: "cut", atByte: 800 }],
])("an attempt that %s is marked as void, and the reply begins again", async (_, fault) => {
  const long = "It is a long way from the first word of this reply to the last of them all.";
  const { exit, stdout, stderr } = await play(long, ["--stream"], {
    fault: (request) => (request === 1 ? fault : undefined),
  });
  expect(exit).toBe(0);
  expect(stdout).toMatch(
    /reply {5}It is[^\n]*\nnote {6}the reply broke off, and what stands here of it does not count\nreply {5}It is a long way[^\n]* them all\.\n\n/,
  );
  expect(stdout.split("them all.").length - 1).toBe(2);
  expect(stderr).toContain("wait");
});

test("without --stream nothing is said of an attempt that broke off", async () => {
  const fault: SimulatedFault = { type: "cut", atByte: 800 };
  const { stdout } = await play("It is a long way to go.", [], {
    fault: (request) => (request === 1 ? fault : undefined),
  });
  expect(stdout).not.toContain("broke off");
});
