import { seededRandom } from "../../src/platform/index.ts";
import type { SimulatedFault } from "../../src/simulators/index.ts";
import type { Faults } from "./faulty-provider.ts";

/** What providers and networks do in passing. */
const passing: readonly SimulatedFault[] = [
  { type: "status", status: 429 },
  { type: "status", status: 429, headers: { "retry-after-ms": "5" } },
  { type: "status", status: 529 },
  { type: "reset", atByte: 0 },
  { type: "reset", atByte: 300 },
  { type: "cut", atByte: 300 },
  { type: "cut", atByte: 900 },
];

/** Faults by chance: this share of all requests goes wrong, each in some way. */
export function randomFaults(seed: number, share: number): Faults {
  const random = seededRandom(seed);
  return () =>
    random.next() < share ? passing[Math.floor(random.next() * passing.length)] : undefined;
}
