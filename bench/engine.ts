import process from "node:process";
import { type Child, startChild } from "./engine/child.ts";
import type { Answer } from "./engine/protocol.ts";
import { maxTurns } from "./engine/workload.ts";

/**
 * Processor time (user and system, of the whole process) of an agent's turn: a question, a call, its result, an answer;
 * two requests over loopback HTTP to the simulator, which is a process of its own, as is each variant. The variants
 * take turns, so that whatever else the machine does disturbs all alike. `npm run bench:engine [rounds]`.
 */
const rounds = Number(process.argv[2] ?? 10);
const turns = 100;
const concurrency = 8;
const conversations = 5;
/** Single turns are too short to be measured: as many of them at both ends of a conversation. */
const span = 10;

const { child: server, hello } = await startChild("../engine-server.ts", []);
const url = String("url" in hello ? hello["url"] : "");
const engine = await start("../engine-variant.ts", "http");
const body = JSON.stringify(await engine.ask({ type: "body" }));
const variants: Readonly<Record<string, Child>> = {
  "SDK, messages.stream": await start("../engine-sdk-variant.ts", "stream", body),
  "SDK, stream: true by hand": await start("../engine-sdk-variant.ts", "events", body),
  "SDK, not streaming": await start("../engine-sdk-variant.ts", "json", body),
  "engine and provider": engine,
  "engine alone, no HTTP": await start("../engine-variant.ts", "alone"),
};

try {
  await perTurn();
  await alongConversation();
} finally {
  for (const child of [...Object.values(variants), server]) child.stop();
}

async function start(module: string, ...args: readonly string[]): Promise<Child> {
  const { child } = await startChild(module, [url, ...args]);
  return child;
}

async function perTurn(): Promise<void> {
  const samples = new Map<string, number[]>();
  const requests = new Map<string, number>();
  for (let round = -2; round < rounds; round += 1) {
    for (const [name, child] of Object.entries(variants)) {
      const [ms = Number.NaN] = numbers(await child.ask({ type: "turns", turns, concurrency }));
      const seen = numbers(await server.ask({ type: "bytes" })).length;
      // The first rounds are for the compiler.
      if (round < 0) continue;
      samples.set(name, [...(samples.get(name) ?? []), ms / turns]);
      requests.set(name, (requests.get(name) ?? 0) + seen);
    }
  }
  const times = new Map([...samples].map(([name, values]) => [name, median(values)]));
  print(`ms of processor per turn, median of ${rounds} × ${turns} turns, ${concurrency} at a time`);
  for (const [name, ms] of times) {
    print(`  ${name.padEnd(26)} ${ms.toFixed(2).padStart(6)}   ${requests.get(name)} requests`);
  }
  const ours = times.get("engine and provider") ?? Number.NaN;
  print("ratio of engine and provider to the SDK by hand (target: at most 1.3)");
  for (const [name, ms] of times) {
    if (name.startsWith("SDK")) print(`  ${name.padEnd(26)} ${(ours / ms).toFixed(2).padStart(6)}`);
  }
}

interface Ends {
  readonly early: number[];
  readonly late: number[];
  readonly bytes: readonly number[];
}

async function alongConversation(): Promise<void> {
  const ends = new Map<string, Ends>();
  for (let round = -1; round < conversations; round += 1) {
    for (const [name, child] of Object.entries(variants)) {
      const times = numbers(await child.ask({ type: "conversation", turns: maxTurns }));
      const bytes = numbers(await server.ask({ type: "bytes" }));
      if (round < 0) continue;
      const known: Ends = ends.get(name) ?? { early: [], late: [], bytes };
      known.early.push(...times.slice(1, span + 1));
      known.late.push(...times.slice(-span));
      ends.set(name, known);
    }
  }
  print(
    `ms of processor per turn of one conversation, turns 2–${span + 1} and ${maxTurns - span + 1}–${maxTurns}, mean of ${conversations}`,
  );
  for (const [name, { early, late, bytes }] of ends) {
    const [before, after] = [mean(early), mean(late)];
    const growth = `+${(after - before).toFixed(2)}`;
    const sent = bytes.length === 0 ? "" : `   ${bytes[2]} → ${bytes.at(-1)} bytes a request`;
    print(
      `  ${name.padEnd(26)} ${before.toFixed(2).padStart(6)} → ${after.toFixed(2).padStart(5)} ${growth.padStart(7)}${sent}`,
    );
  }
}

function numbers(answer: Answer): readonly number[] {
  return Array.isArray(answer) ? answer : [];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
