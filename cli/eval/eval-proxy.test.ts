import { once } from "node:events";
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../testing/run-in.ts";

const cwd = resolve(import.meta.dirname, "../..");

test("models are asked through the proxy that the environment names", async () => {
  const asked: string[] = [];
  const proxy = createServer().on("connect", ({ url }, socket) => {
    asked.push(url ?? "");
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const reports = await mkdtemp(join(tmpdir(), "flowproof-proxy-"));
  try {
    const { exit } = await runWith(
      `eval run suites/smoke/pirate.suite.yml --limit 1 --reports ${reports} --model claude-sonnet-4-6 --base-url https://models.example.com`.split(
        " ",
      ),
      {
        cwd,
        env: { ANTHROPIC_API_KEY: "no-key", HTTPS_PROXY: `http://127.0.0.1:${port}` },
      },
    );
    expect(exit).toBe(3);
    expect(new Set(asked)).toEqual(new Set(["models.example.com:443"]));
    // What could not be told is the last run all the same.
    expect(await readlink(join(reports, "latest"))).toMatch(/^\d{8}-/u);
  } finally {
    proxy.close();
    await rm(reports, { recursive: true, force: true });
  }
});
