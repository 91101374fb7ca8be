import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { seededRandom } from "../../platform/index.ts";
import { readPolledAnswer } from "./chat-message.ts";

const id = "r-1";
const said = { requestId: id, role: "ASSISTANT", content: "Twelve.", errors: [], chunkId: null };
const answered = { kind: "answered", text: "Twelve." };

function read(...nodes: readonly JsonValue[]): unknown {
  return readPolledAnswer({ aiMessages: { nodes } }, id);
}

describe("what a poll shows", () => {
  test.each<readonly [string, readonly JsonValue[], unknown]>([
    ["nothing", [], { kind: "waiting" }],
    ["the answer", [said], answered],
    ["the question only", [{ ...said, role: "USER" }], { kind: "waiting" }],
    ["words of the system", [{ ...said, role: "SYSTEM" }], { kind: "waiting" }],
    ["an answer to somebody else", [{ ...said, requestId: "r-2" }], { kind: "waiting" }],
    ["an answer to nobody", [{ ...said, requestId: null }], { kind: "waiting" }],
    ["a piece", [{ ...said, chunkId: 1 }], { kind: "begun" }],
    ["a piece of number 0", [{ ...said, chunkId: 0 }], { kind: "begun" }],
    ["pieces before the whole", [{ ...said, chunkId: 1, content: "Tw" }, said], answered],
    ["pieces after the whole", [said, { ...said, chunkId: 2, content: "lve." }], answered],
    ["two whole ones: the last", [{ ...said, content: "Eleven." }, said], answered],
    ["no chunkId at all", [{ requestId: id, role: "ASSISTANT", content: "Twelve." }], answered],
    [
      "errors",
      [{ ...said, errors: ["A1000", "late"] }],
      { kind: "failed", errors: ["A1000", "late"] },
    ],
    ["an error as a text", [{ ...said, errors: "A1000" }], { kind: "failed", errors: ["A1000"] }],
    ["errors that say nothing", [{ ...said, errors: ["", null, 1] }], answered],
    ["an empty text", [{ ...said, content: "" }], { kind: "empty" }],
    ["white space", [{ ...said, content: " \n\t" }], { kind: "empty" }],
    ["no text", [{ ...said, content: null }], { kind: "empty" }],
    ["a text that is none", [{ ...said, content: { text: "x" } }], { kind: "empty" }],
    ["nodes that are none", [null, 1, "x", [said], said], answered],
  ])("%s", (_, nodes, expected) => {
    expect(read(...nodes)).toEqual(expected);
  });

  test.each<JsonObject>([
    {},
    { aiMessages: null },
    { aiMessages: [] },
    { aiMessages: { nodes: null } },
    { aiMessages: { nodes: { 0: said } } },
  ])("what the schema does not promise is nothing: %j", (data) => {
    expect(readPolledAnswer(data, id)).toBeUndefined();
  });

  test("a flood of nodes is read to a bound", () => {
    const others = Array.from({ length: 50_000 }, () => ({ ...said, requestId: "r-2" }));
    expect(read(...others, said)).toEqual({ kind: "waiting" });
  });
});

/** Values that no schema would let pass, as deep as a few levels. */
function hostile(random: () => number, depth = 0): JsonValue {
  const any = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const leaf = any<JsonValue>([
    null,
    true,
    -1,
    1e308,
    "",
    id,
    "ASSISTANT",
    "\u0000\u001B[2J",
    "__proto__",
  ]);
  if (depth > 3 || random() < 0.4) return leaf ?? null;
  const inner = (): JsonValue => hostile(random, depth + 1);
  if (random() < 0.4) return Array.from({ length: Math.floor(random() * 5) }, inner);
  const keys = [
    "requestId",
    "role",
    "content",
    "errors",
    "chunkId",
    "nodes",
    "aiMessages",
    "__proto__",
  ];
  const own = keys.filter(() => random() < 0.6).map((key) => [key, inner()] as const);
  const usual: JsonObject = random() < 0.5 ? said : {};
  return { ...usual, ...Object.fromEntries(own) };
}

test("whatever comes, an answer is a text of the request and never of a piece", () => {
  const generator = seededRandom(11);
  const random = (): number => generator.next();
  const seen = new Set<string>();
  for (let round = 0; round < 4000; round += 1) {
    const nodes = Array.from({ length: Math.floor(random() * 4) }, () => hostile(random));
    const data: JsonObject =
      random() < 0.1 ? { aiMessages: hostile(random) } : { aiMessages: { nodes } };
    const polled = readPolledAnswer(data, id);
    seen.add(polled?.kind ?? "unreadable");
    if (polled?.kind !== "answered") continue;
    expect(polled.text.trim()).not.toBe("");
    expect(nodes).toContainEqual(
      expect.objectContaining({ requestId: id, role: "ASSISTANT", content: polled.text }),
    );
  }
  expect([...seen].toSorted()).toEqual([
    "answered",
    "begun",
    "empty",
    "failed",
    "unreadable",
    "waiting",
  ]);
});
