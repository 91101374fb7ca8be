import type { GraphQLSchema } from "graphql";
import type { Random } from "../../core/random.ts";
import { instanceSchema } from "../gitlab/graphql/index.ts";
import { randomOperation } from "./random-operation.ts";
import type { Shop } from "./shop.ts";

const paths = [
  "/api/graphql",
  "/api/v4/user",
  "/api/v4/projects/7",
  "/api/v4/projects/7/merge_requests/3/notes",
  "/api/v4/projects/shop%2Fagents/merge_requests/3/notes/1",
  "/api/v4/projects/7/statuses/3f1c6a2b9d8e4f70a1b2c3d4e5f60718293a4b5c",
  "/api/v4/%ff/..",
  "/",
];
const methods = ["GET", "POST", "PUT", "DELETE", "PATCH"];
const tokens = ["reader", "writer", "admin", "expired", "job", "none"];
const pieces = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ":",
  ",",
  "query",
  "mutation",
  "__proto__",
  "constructor",
  "null",
  "1",
  "{a}",
  "\\",
  "\u0000",
  "é",
  '@gl_introduced(version:"99.0")',
  "...",
  "fragment f on Query {...f}",
  "body",
  "=",
  "&",
  '{"query":"{ a }"}',
];

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all[Math.floor(random.next() * all.length)];
}

/** A request as somebody or something might send it: about half of them make sense. */
function randomRequest(schema: GraphQLSchema, random: Random): Request {
  const makesSense = random.next() < 0.5;
  const method = makesSense ? "POST" : (pick(methods, random) ?? "GET");
  const path = makesSense ? "/api/graphql" : (pick(paths, random) ?? "/");
  const noise = Array.from({ length: Math.floor(random.next() * 30) }, () =>
    pick(pieces, random),
  ).join("");
  const body = makesSense
    ? JSON.stringify({ query: randomOperation(schema, random) })
    : random.next() < 0.5
      ? noise
      : JSON.stringify({
          query: noise,
          variables: { [noise]: noise },
          body: noise,
          state: "success",
        });
  return new Request(`http://127.0.0.1${path}`, {
    method,
    headers: {
      authorization: `Bearer shop-${pick(tokens, random)}-token`,
      "content-type": random.next() < 0.8 ? "application/json" : "text/plain",
    },
    ...(method !== "GET" && { body }),
  });
}

/** Sends so many requests to one shop; says which got no answer that is one, and how many got data. */
export async function fuzzShop(
  shop: Shop,
  random: Random,
  count: number,
): Promise<{ readonly wrong: readonly string[]; readonly answered: number }> {
  const { schema } = instanceSchema([19, 3, 0]);
  const wrong: string[] = [];
  let answered = 0;
  for (let at = 0; at < count; at += 1) {
    const request = randomRequest(schema, random);
    const [sent, response] = [request.clone(), await shop.simulator(request)];
    const text = await response.text();
    const problem = problemOf(response, text) ?? shop.defects.map(String)[0];
    if (problem !== undefined)
      wrong.push(`${problem}: ${sent.method} ${sent.url} ${await sent.text()}`);
    if (wrong.length > 0) break;
    if (/^\{"data":\{"\w+":[^n]/.test(text)) answered += 1;
  }
  return { wrong, answered };
}

function problemOf({ status, headers }: Response, text: string): string | undefined {
  if (status >= 500) return `status ${status}`;
  if (/\n\s+at |node_modules|\.ts:\d/.test(text)) return `a stack: ${text}`;
  if (!(headers.get("content-type") ?? "").includes("json")) return undefined;
  const body: unknown = JSON.parse(text);
  return typeof body === "object" && body !== null ? undefined : `no object: ${text}`;
}
