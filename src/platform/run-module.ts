import { execFile, type ExecFileException } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AppError } from "../core/errors/app-error.ts";

/** What a process may take. */
export interface ModuleLimits {
  readonly timeoutMs: number;
  /** Of what it writes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

const isSource = import.meta.url.endsWith(".ts");
const host: URL = isSource
  ? new URL("./module-host.ts", import.meta.url)
  : new URL("./module-host.js", import.meta.url);

/**
 * Runs a module of this package in a process of its own: calls its `answer(input: string): Promise<string>`
 * and gives back the text. The process has none of our flags and variables, and no shell is involved.
 *
 * @throws AppError if it fails, takes too long, or says too much
 */
export async function runModule(module: URL, input: string, limits: ModuleLimits): Promise<string> {
  const { timeoutMs, maxBytes, signal } = limits;
  const options = {
    timeout: timeoutMs,
    killSignal: "SIGKILL" as const,
    maxBuffer: maxBytes,
    encoding: "utf8" as const,
    env: environment(),
    windowsHide: true,
    ...(signal !== undefined && { signal }),
  };
  const args = ["--no-warnings", ...loader(), fileURLToPath(host), module.href];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, args, options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(failure(error, limits));
    });
    // What went wrong is said by its end, not by the pipe that it leaves behind.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

/** From source, the process needs what we run with ourselves. */
function loader(): readonly string[] {
  if (!isSource) return [];
  const path = createRequire(import.meta.url).resolve("tsx");
  return ["--import", pathToFileURL(path).href];
}

/** Windows starts nothing without the first; the others say where temporary files go. */
function environment(): NodeJS.ProcessEnv {
  const names = ["SystemRoot", "TMPDIR", "TEMP", "TMP"];
  const { env } = process;
  return Object.fromEntries(names.flatMap((name) => (name in env ? [[name, env[name]]] : [])));
}

function failure(error: ExecFileException, { timeoutMs, maxBytes }: ModuleLimits): AppError {
  return new AppError("CHILD_FAILED", `a helper process failed: ${reasonOf(error)}`, {
    hint: "give it less to do; if it stays so, please report it",
    cause: error,
  });

  function reasonOf({ code, killed, signal }: ExecFileException): string {
    if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return `it wrote more than ${maxBytes} bytes`;
    if (killed === true) return `it took longer than ${timeoutMs / 1000} s`;
    if (typeof signal === "string") return `it was ended by ${signal}`;
    return typeof code === "number" ? `it ended with code ${code}` : (code ?? error.name);
  }
}
