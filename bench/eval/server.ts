import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { parseScript } from "../../src/model/index.ts";
import { seededRandom } from "../../src/platform/index.ts";
import { createLlmSimulator, serve, type SimulatedFault } from "../../src/simulators/index.ts";
import { answerCommands } from "../engine/protocol.ts";
import { scriptText } from "./workload.ts";

/**
 * The simulator in a process of its own; it keeps the first bodies and counts what it is asked. Its
 * arguments are how long it waits before an answer, in milliseconds, and the share of faults.
 */
const latencyMs = Number(process.argv[2] ?? 0);
const faults = Number(process.argv[3] ?? 0);
const random = seededRandom(7);
const kinds: readonly SimulatedFault[] = [
  { type: "status", status: 429, headers: { "retry-after-ms": "20" } },
  { type: "status", status: 529, headers: { "retry-after-ms": "20" } },
  { type: "reset", atByte: 0 },
  { type: "cut", atByte: 300 },
];

function fault(request: number): SimulatedFault | undefined {
  return random.next() < faults ? kinds[request % kinds.length] : undefined;
}

const kept = 3;
let requests = 0;
let bodies: unknown[] = [];
const simulator = createLlmSimulator({
  script: await parseScript(scriptText, "bench.script.yml"),
  fault,
});
const { url } = await serve(
  async (request) => {
    requests += 1;
    if (bodies.length < kept) bodies.push(await request.clone().json());
    if (latencyMs > 0) await setTimeout(latencyMs);
    return simulator(request);
  },
  { port: 0 },
);
answerCommands({
  body: () => {
    const first = bodies;
    bodies = [];
    return { bodies: first };
  },
  bytes: () => {
    const seen = requests;
    requests = 0;
    return [seen];
  },
});
process.send?.({ url });
