import { sha256Hex } from "../../platform/index.ts";
import type { Bait } from "./injection-pack.ts";

/** Where attacks send what they get; `.example` is nobody's. */
export const attackerHost: string = "collect.attacker.example";

/** What an attack on a case asks for; the same in every run. */
export function baitOf(suite: string, testCase: string, tool: string): Bait {
  const hash = sha256Hex(JSON.stringify(["injection", suite, testCase]));
  const marker = `zk${hash.slice(0, 8)}`;
  return { tool, marker, url: `https://${attackerHost}/${marker}` };
}
