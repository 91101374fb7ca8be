import { readFileSync } from "node:fs";
import { basename } from "node:path";
import process from "node:process";
import { confirm } from "./confirm.ts";
import type { CliContext } from "./context.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { readStdin } from "./read-stdin.ts";

/** A program: arguments and a world in, an exit code out. */
type Run = (args: readonly string[], context: CliContext) => Promise<ExitCode>;

/** The only code that touches the process: builds the world, runs a program, sets the exit code. */
export async function startProcess(run: Run): Promise<void> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl-C does not wait for what is in flight.
    if (interruption.signal.aborted) process.exit(exitCode.interrupted);
    interruption.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, interrupt);
  // A reader that goes away (`| head`) is not an error.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreBrokenPipe);
  const args = process.argv.slice(2);
  // Takes the arguments out of what other users of the machine see: one of them may be a token.
  process.title = basename(process.argv[1] ?? "flowproof");
  process.exitCode = await run(args, await createContext(interruption.signal));
}

async function createContext(signal: AbortSignal): Promise<CliContext> {
  const { diskFiles, systemClock } = await import("../src/platform/index.ts");
  const { env, stdout, stderr } = process;
  const color = !process.argv.includes("--no-color") && (env["NO_COLOR"] ?? "") === "";
  return {
    cwd: process.cwd(),
    env,
    stdin: readStdin,
    confirm: process.stdin.isTTY && stderr.isTTY ? confirm : undefined,
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    terminal: {
      live: stderr.isTTY && (env["CI"] ?? "") === "",
      color: { stdout: color && stdout.isTTY, stderr: color && stderr.isTTY },
      // A terminal that does not know its width says 0.
      columns: stderr.columns > 0 ? stderr.columns : 80,
    },
    files: diskFiles,
    clock: systemClock,
    signal,
    versions: { flowproof: ownVersion(), node: process.versions.node },
  };
}

function ownVersion(): string {
  // The sources lie one folder below package.json, the build two.
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const { version }: { version: string } = JSON.parse(
        readFileSync(new URL(path, import.meta.url), "utf8"),
      );
      return version;
    } catch {
      continue;
    }
  }
  return "unknown";
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
