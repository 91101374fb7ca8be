import { page } from "../http/answers.ts";
import type { Fault, FaultSetting } from "./fault.ts";

/** Longer than a client waits for, and still an end. */
const slowMs = 120_000;
const hugeBytes = 64 * 1024 * 1024;
const pieceBytes = 64 * 1024;

/** Answers that do not come, or not whole, or as something else. */
export const transportFaults: readonly Fault[] = [
  {
    id: "login-page",
    summary: "200, a page to sign in",
    spoil: () => page("Sign in · GitLab", 200, "Sign in"),
  },
  {
    id: "login-redirect",
    summary: "302 to the page to sign in",
    spoil: () => redirect("/users/sign_in", 302),
  },
  {
    id: "redirect",
    summary: "301 to another path of the same instance, which answers",
    // Where it leads to is answered, so that whoever follows gets there.
    applies: ({ url }) => !url.searchParams.has("moved"),
    spoil: ({ url }) => {
      const target = new URL(url);
      target.searchParams.set("moved", "1");
      return redirect(`${target.pathname}${target.search}`, 301);
    },
  },
  {
    id: "redirect-loop",
    summary: "307 to the same address, again and again",
    spoil: ({ url }) => redirect(`${url.pathname}${url.search}`, 307),
  },
  {
    id: "redirect-elsewhere",
    summary: "307 to another server, which must not get the token",
    spoil: ({ url }) => redirect(`https://elsewhere.test${url.pathname}`, 307),
  },
  {
    id: "redirect-nowhere",
    summary: "302 that does not say where to",
    spoil: () => new Response(null, { status: 302 }),
  },
  {
    id: "html-as-json",
    summary: "200, a page that says it is JSON",
    spoil: () => retyped(page("Proxy"), "application/json"),
  },
  {
    id: "json-as-html",
    summary: "200, the answer, which says it is a page",
    spoil: async ({ answer }) => retyped(await answer(), "text/html"),
  },
  {
    id: "wrong-type",
    summary: "200, the answer, which says it is plain text",
    spoil: async ({ answer }) => retyped(await answer(), "text/plain"),
  },
  {
    id: "no-graphql",
    summary: "200, JSON that no API of GitLab answers with",
    spoil: () => Response.json([]),
  },
  {
    id: "cut",
    summary: "200, half of the answer, which ends as if it were whole",
    spoil: async ({ answer }) => halved(await answer(), "close"),
  },
  {
    id: "reset",
    summary: "the connection breaks before the answer",
    spoil: () => new Response(streamOf([], "break")),
  },
  {
    id: "reset-within",
    summary: "the connection breaks within the answer",
    spoil: async ({ answer }) => halved(await answer(), "break"),
  },
  {
    id: "huge",
    summary: "200, a body of 64 MB",
    spoil: () => new Response(spaces(), { headers: { "content-type": "application/json" } }),
  },
  {
    id: "control",
    summary: "500 with control sequences for a terminal",
    spoil: () => new Response("\u001B[2J\u001B]0;simulated\u0007broken", { status: 500 }),
  },
  {
    id: "slow",
    summary: "the answer comes after two minutes",
    spoil: async ({ sleep, answer }) => {
      await sleep(slowMs);
      return answer();
    },
  },
  {
    id: "silent",
    summary: "no answer comes",
    spoil: () => new Promise(() => undefined),
  },
];

function redirect(location: string, status: number): Response {
  return new Response(null, { status, headers: { location } });
}

function retyped(response: Response, type: string): Response {
  const headers = new Headers(response.headers);
  headers.set("content-type", type);
  return new Response(response.body, { status: response.status, headers });
}

type End = "close" | "break";

async function halved(
  response: Awaited<ReturnType<FaultSetting["answer"]>>,
  end: End,
): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.ceil(bytes.length / 2));
  const { status, headers } = response;
  return new Response(streamOf([half], end), { status, headers });
}

function streamOf(
  chunks: readonly Uint8Array<ArrayBuffer>[],
  end: End,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = left.shift();
      if (chunk !== undefined) controller.enqueue(chunk);
      else if (end === "close") controller.close();
      else controller.error(new Error("simulated reset"));
    },
  });
}

function spaces(): ReadableStream<Uint8Array<ArrayBuffer>> {
  const piece = new Uint8Array(pieceBytes).fill(0x20);
  let left = hugeBytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) controller.close();
      else controller.enqueue(piece);
      left -= pieceBytes;
    },
  });
}
