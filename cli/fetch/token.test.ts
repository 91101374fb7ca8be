import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { afterEach, expect, test } from "vitest";
import { serve } from "../../src/simulators/index.ts";
import { openShop, type Shop, shopTokens } from "../testing/open-shop.ts";
import { runWith } from "../testing/run-in.ts";
import { commandOf } from "../testing/start-program.ts";

let shop: Shop | undefined;
afterEach(() => shop?.close());

const token = shopTokens.writer;

test("the token is in nothing that commands print or write, at -v too", async () => {
  shop = await openShop();
  const world = { cwd: shop.cwd, env: { GITLAB_TOKEN: token } };
  const { url } = shop;
  const commands: readonly (readonly string[])[] = [
    ["fetch", "agents", url, token, "stock_keeper:21", "-v"],
    ["fetch", "agents", url, "-", "stock_keeper:21", "-v", "--format", "json"],
    ["fetch", "agents", url, token, token, "-v"],
    ["fetch", "agents", token, token, "a:1", "-v"],
    ["fetch", "flows", url, token, "restock:22", "--version", `restock=${token}`, "-v"],
    ["catalog", "list", "--url", url, "--search", token, "-v"],
    ["catalog", "show", "21", "--url", url, "-v"],
    ["catalog", "status", "--url", url, "-v"],
    ["catalog", "verify", "-v"],
  ];
  for (const args of commands) {
    const { stdout, stderr } = await runWith(args, world);
    expect(`${args.join(" ")}\n${stdout}${stderr}`.slice(args.join(" ").length)).not.toContain(
      token,
    );
  }
  expect(JSON.stringify(shop.tree())).not.toContain(token);
});

test("an instance that sends the token back cannot make us print it", async () => {
  const echo = await serve(
    async (request) => {
      const said = [...request.headers].map(([name, value]) => `${name}: ${value}`).join("; ");
      return Response.json({ errors: [{ message: said }] }, { status: 400 });
    },
    { port: 0 },
  );
  try {
    const args = ["fetch", "agents", echo.url, token, "a:1", "-v"];
    const { exit, stderr } = await runWith(args, { cwd: process.cwd() });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/\[REDACTED\]/);
    expect(stderr).not.toContain(token);
  } finally {
    await echo.close();
  }
});

test.runIf(existsSync("/proc/self/cmdline"))(
  "others on the machine do not see it among the arguments of the process",
  async () => {
    shop = await openShop({ latencyMs: 30_000 });
    const [command, ...program] = commandOf("fetch-foundational-agents");
    const child = spawn(command, [...program, shop.url, token, "stock_keeper:21"], {
      cwd: process.cwd(),
      stdio: "ignore",
    });
    const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
    try {
      await expect.poll(() => shop?.simulator.requests.length, { timeout: 20_000 }).toBe(1);
      const shown = readFileSync(`/proc/${child.pid ?? 0}/cmdline`, "utf8");
      expect(shown).toMatch(/^fetch-foundational-agents/);
      expect(shown).not.toContain(token);
    } finally {
      child.kill("SIGKILL");
      await ended;
    }
  },
  30_000,
);
