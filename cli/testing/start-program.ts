import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** What was built, where the environment names its folder (`dist/cli`), starts in a fraction of the time. */
const built = process.env["FLOWPROOF_BUILT"];
const tsx = pathToFileURL(resolve("node_modules/tsx/dist/loader.mjs")).href;

/** How a program is started in a process of its own, before its arguments. */
export function commandOf(name: string): readonly [string, ...string[]] {
  return built === undefined
    ? [process.execPath, "--import", tsx, resolve(`cli/${name}.ts`)]
    : [process.execPath, resolve(built, `${name}.js`)];
}

/** The same of `flowproof`. */
export const programCommand: readonly [string, ...string[]] = commandOf("main");

/** From source the program needs to know our settings for JSX, which are looked up where it is started. */
const sourceEnv = { ...process.env, TSX_TSCONFIG_PATH: resolve("tsconfig.json") };

/** How a process of the program ended, and what it said. */
export interface ProcessEnd {
  /** Null where a signal ended it. */
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface StartedProgram {
  readonly child: ChildProcess;
  /** What it has said so far, on both of its outputs. */
  output(): string;
  readonly ended: Promise<ProcessEnd>;
}

/** Starts a command in a folder. */
export function startCommand(
  [command, ...args]: readonly [string, ...string[]],
  cwd: string,
): StartedProgram {
  const child = spawn(command, args, { cwd, env: sourceEnv, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => void (output += chunk.toString("utf8")));
  }
  const ended = new Promise<ProcessEnd>((done) => {
    child.once("close", (exit, signal) => done({ exit, signal, output }));
  });
  return { child, output: () => output, ended };
}
