import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import process from "node:process";
import { expect } from "vitest";
import { openShop, type Shop, shopTokens } from "./open-shop.ts";
import { runWith } from "./run-in.ts";
import { commandOf } from "./start-program.ts";

const references: readonly string[] = Array.from(
  { length: 24 },
  (_, index) => `agent_${index + 100}`,
);
const items: string = references.map((name) => `${name}:${name.slice("agent_".length)}`).join(",");

/** What a killed fetch left: nothing new, everything new, or, until it is recovered, some of it. */
export type Left = "old" | "new" | "between";

export interface Killing {
  readonly left: Left;
  readonly recovered: Left;
}

/**
 * Fetches 24 agents in a process of its own, kills it some time after it began to write, and looks at what
 * it left before and after the next command.
 */
export async function killFetches(delaysMs: readonly number[]): Promise<readonly Killing[]> {
  const shop = await openShop();
  try {
    for (const [index, name] of references.entries()) {
      shop.simulator.state.addItem({
        id: index + 100,
        type: "agent",
        name,
        project: "shop/agents",
        versions: [{ version: "1.0.0", system_prompt: "Help." }],
      });
    }
    const args = ["fetch", "agents", shop.url, "-", items];
    const world = { cwd: shop.cwd, env: { GITLAB_TOKEN: shopTokens.reader } };
    expect((await runWith(args, world)).exit).toBe(0);
    const killings: Killing[] = [];
    for (const [index, delay] of delaysMs.entries()) {
      const version = `1.${index + 1}.0`;
      release(shop, version);
      await kill(shop, delay);
      const left = stateOf(shop, version);
      expect(await runWith(["catalog", "verify"], { cwd: shop.cwd })).toMatchObject({ exit: 0 });
      const recovered = stateOf(shop, version);
      expect(readdirSync(`${shop.cwd}/flows`).filter((name) => name.startsWith("."))).toEqual([]);
      killings.push({ left, recovered });
      // The next one begins where this one should have come to.
      expect((await runWith(args, world)).exit).toBe(0);
    }
    return killings;
  } finally {
    await shop.close();
  }
}

function release({ simulator: { state } }: Shop, version: string): void {
  for (const index of references.keys()) {
    const item = state.items.get(index + 100);
    if (item !== undefined) state.addVersion(item, { version, system_prompt: `Help. ${version}` });
  }
}

async function kill(shop: Shop, delayMs: number): Promise<void> {
  const [command, ...program] = commandOf("fetch-foundational-agents");
  const args = [shop.url, "-", items, "--output-path", `${shop.cwd}/flows`, "--no-lint"];
  const child = spawn(command, [...program, ...args], {
    env: { ...process.env, GITLAB_TOKEN: shopTokens.reader },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const folder = `${shop.cwd}/flows`;
  const watch = setInterval(() => {
    // Where files are prepared, which is the first that is written.
    if (!readdirSync(folder).some((name) => name.startsWith(".flowproof-write-"))) return;
    clearInterval(watch);
    setTimeout(() => child.kill("SIGKILL"), delayMs);
  }, 1);
  await ended;
  clearInterval(watch);
}

function stateOf(shop: Shop, version: string): Left {
  const tree = shop.tree();
  const there = references.filter((name) => tree[`flows/${name}/${version}.yml`] !== undefined);
  const isLocked = (tree["flows/flowproof.lock.json"] ?? "").includes(`"version": "${version}"`);
  if (there.length === 0 && !isLocked) return "old";
  return there.length === references.length && isLocked ? "new" : "between";
}
