import { expect, test } from "vitest";
import type { ErrorCode } from "../../src/core/errors/codes/index.ts";
import { gitlabFaults, parseFault } from "../../src/simulators/index.ts";
import { openShop, shopTokens } from "../testing/open-shop.ts";
import { runWith } from "../testing/run-in.ts";

/** What each fault of the simulator comes to: exit code, error, and how often it was tried. */
const table: Readonly<Record<string, readonly [exit: number, code: ErrorCode, attempts: number]>> =
  {
    "bad-gateway": [3, "GITLAB_UNAVAILABLE", 4],
    conflict: [2, "GITLAB_REQUEST_REFUSED", 1],
    control: [3, "GITLAB_UNAVAILABLE", 1],
    cut: [3, "GITLAB_RESPONSE_UNREADABLE", 4],
    forbidden: [2, "GITLAB_FORBIDDEN", 1],
    "gateway-timeout": [3, "GITLAB_UNAVAILABLE", 4],
    "html-as-json": [2, "GITLAB_NOT_JSON", 1],
    huge: [2, "GITLAB_RESPONSE_TOO_LARGE", 1],
    "json-as-html": [2, "GITLAB_NOT_JSON", 1],
    "login-page": [2, "GITLAB_NOT_JSON", 1],
    "login-redirect": [2, "GITLAB_NOT_JSON", 1],
    maintenance: [3, "GITLAB_MAINTENANCE", 1],
    "no-data": [3, "GITLAB_RESPONSE_UNREADABLE", 1],
    "no-graphql": [3, "GITLAB_RESPONSE_UNREADABLE", 1],
    "no-permission": [2, "GITLAB_NOT_FOUND", 1],
    "not-found": [2, "GITLAB_NOT_FOUND", 1],
    "nothing-there": [2, "GITLAB_NOT_FOUND", 1],
    overloaded: [3, "GITLAB_UNAVAILABLE", 4],
    "query-timeout": [3, "GITLAB_UNAVAILABLE", 4],
    "query-too-large": [2, "GITLAB_REQUEST_REFUSED", 1],
    "rate-limited": [3, "GITLAB_RATE_LIMITED", 4],
    "rate-limited-hour": [3, "GITLAB_RATE_LIMITED", 1],
    "rate-limited-plain": [3, "GITLAB_RATE_LIMITED", 4],
    "redirect-elsewhere": [2, "GITLAB_REDIRECTED", 1],
    "redirect-loop": [2, "GITLAB_REDIRECTED", 4],
    "redirect-nowhere": [2, "GITLAB_REDIRECTED", 1],
    reset: [3, "GITLAB_UNREACHABLE", 4],
    "reset-within": [3, "GITLAB_UNREACHABLE", 4],
    "server-error": [3, "GITLAB_UNAVAILABLE", 1],
    "slow-query": [3, "GITLAB_TIMEOUT", 4],
    "too-complex": [2, "GITLAB_QUERY_TOO_COMPLEX", 1],
    unauthorized: [2, "GITLAB_TOKEN_REFUSED", 1],
    "unknown-field": [2, "GITLAB_QUERY_REFUSED", 1],
  };
/** Those that do no harm to one who only reads and follows redirects by hand. */
const harmless = ["read-only", "redirect", "wrong-type"];
/** Time limits have tests of their own, in virtual time. */
const slow = ["silent", "slow"];

test("every fault is in the table", () => {
  expect([...Object.keys(table), ...harmless, ...slow].toSorted()).toEqual(gitlabFaults.ids);
});

async function fetchWith(...faults: readonly string[]) {
  const shop = await openShop({ faults: faults.map(parseFault) });
  try {
    const { exit, stdout, stderr } = await runWith([shop.url, "-", "stock_keeper:21", "-v"], {
      cwd: shop.cwd,
      env: { GITLAB_TOKEN: shopTokens.reader },
      program: "fetch-foundational-agents",
    });
    const { requests } = shop.simulator;
    return { exit, stdout, stderr, requests, tree: shop.tree() };
  } finally {
    await shop.close();
  }
}

test.each(Object.entries(table))("%s %j", async (fault, [exit, code, attempts]) => {
  const { stderr, requests, tree, ...result } = await fetchWith(fault);
  expect({ ...result, tree }).toEqual({ exit, stdout: "", tree: {} });
  const said = stderr.split("\n").filter((line) => !line.startsWith("note: "));
  expect(said).toEqual([
    expect.stringMatching(`^error\\[${code}\\]: `),
    expect.stringMatching(/^ {2}hint: \S/),
    "",
  ]);
  expect(requests).toHaveLength(attempts);
  expect(JSON.stringify(said)).not.toContain(shopTokens.reader);
});

test.each(harmless)("%s does no harm", async (fault) => {
  const { exit, tree } = await fetchWith(fault);
  expect(exit).toBe(0);
  expect(Object.keys(tree)).toHaveLength(2);
});

test("what passes is waited for, and said", async () => {
  const { exit, stderr } = await fetchWith("bad-gateway:2");
  expect(exit).toBe(0);
  expect(
    stderr.match(/^note: reading item 21: (?!reading).*; trying again in \d+ s$/gm),
  ).toHaveLength(2);
});
