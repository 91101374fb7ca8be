import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";

/** What a program took, with all the processes that it started. */
export interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The most that its processes held together, looked at now and then. */
  readonly peakMb: number;
}

export interface Program {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const tickMs = 10;
const pageBytes = 4096;
const lookMs = 100;

/**
 * Runs a Node program to its end.
 *
 * @throws Error with the end of what it said when it does not end well.
 */
export async function runMeasured(
  { args, cwd, env }: Program,
  mayFail: boolean = false,
): Promise<Cost> {
  const cpuBefore = childrenCpuMs();
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  const listen = (text: Buffer): void => {
    said.push(text.toString());
    if (said.length > 50) said.shift();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, treeBytes(child));
  };
  const looking = setInterval(look, lookMs);
  const [code]: readonly unknown[] = await once(child, "close");
  clearInterval(looking);
  if (code !== 0 && !mayFail) {
    throw new Error(`${args.join(" ")} ended with ${String(code)}:\n${said.join("").slice(-2000)}`);
  }
  return {
    cpuMs: childrenCpuMs() - cpuBefore,
    wallMs: performance.now() - start,
    peakMb: peak / 1024 / 1024,
  };
}

/** Processor time of all children of this process that have ended, and of theirs: Linux counts it. */
function childrenCpuMs(): number {
  const fields = statOf("self");
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}

function treeBytes({ pid }: ChildProcess): number {
  if (pid === undefined) return 0;
  const children = new Map<number, number[]>();
  const pages = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(name);
    const parent = Number(fields[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    pages.set(Number(name), Number(fields[21] ?? 0));
  }
  const sum = (root: number): number =>
    (children.get(root) ?? []).reduce((all, next) => all + sum(next), pages.get(root) ?? 0);
  return sum(pid) * pageBytes;
}

/** The fields of /proc/…/stat after the name, which may hold spaces: state, parent, … */
function statOf(pid: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}
