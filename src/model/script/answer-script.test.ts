import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { toMessagesBody } from "../anthropic/to-messages-body.ts";
import type { ChatMessage, ChatRequest } from "../chat.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import { called, chatRequest, result, tool } from "../testing/chat-request.ts";
import { scriptOf } from "../testing/script-of.ts";
import { answerScript } from "./answer-script.ts";
import type { ScriptAnswer } from "./script-answer.ts";
import type { ScriptFileEntry } from "./script-file.ts";

type Given = Partial<ChatRequest> & { ask?: string; model?: string };

function answer(entries: readonly ScriptFileEntry[], given: Given = {}): ScriptAnswer {
  const { model = "script/test", ...request } = given;
  const body = toMessagesBody(chatRequest(request), model);
  return answerScript(scriptOf(entries), body, request.trial ?? 0);
}

function textOf(said: ScriptAnswer): string {
  const block = said.type === "reply" ? said.content[0] : undefined;
  return block?.type === "text" ? block.text : `(${said.type})`;
}

function errorOf(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("nothing was thrown");
}

const yes: NonNullable<ScriptFileEntry["turns"]> = [{ text: "yes" }];
const no: NonNullable<ScriptFileEntry["turns"]> = [{ text: "no" }];
const otherwise: ScriptFileEntry = { turns: no };
const otherwiseJudged: ScriptFileEntry = { when: { judge: "x" }, verdicts: { "*": "met" } };
const says = (text: string): ChatMessage => ({
  role: "assistant",
  parts: [{ type: "text", text }],
});
const user = (text: string): ChatMessage => ({ role: "user", text });

describe("conditions", () => {
  const conversation = [user("First"), called("c1", "x"), result("c1", "403 Forbidden")];
  const cases: readonly (readonly [string, ScriptFileEntry["when"], Given, boolean])[] = [
    ["nothing", {}, {}, true],
    ["user, exactly", { user: "How many?" }, { ask: "How many?" }, true],
    ["user, exactly, but more", { user: "How many?" }, { ask: "How many? Quick!" }, false],
    ["user, a part", { user: { $contains: "many" } }, { ask: "How many?" }, true],
    [
      "user is the first",
      { user: "First" },
      { messages: [user("First"), says("a"), user("b")] },
      true,
    ],
    ["user is a run", { user: "a\nb" }, { messages: [user("a"), user("b")] }, true],
    ["user, not a result", { user: { $contains: "403" } }, { messages: conversation }, false],
    ["last, a result", { last: { $contains: "403" } }, { messages: conversation }, true],
    ["last, not the first", { last: "First" }, { messages: conversation }, false],
    ["last of the assistant", { last: "a" }, { messages: [user("First"), says("a")] }, true],
    ["system", { system: "a\nb" }, { system: [{ text: "a" }, { text: "b" }] }, true],
    ["system, none", { system: "a" }, {}, false],
    ["tools, a member", { tools: { $contains: "x" } }, { tools: [tool("x"), tool("y")] }, true],
    ["tools, all", { tools: ["x"] }, { tools: [tool("x"), tool("y")] }, false],
    ["no tools", { tools: [] }, {}, true],
    ["model", { model: { $regex: "haiku" } }, { model: "claude-haiku-4-5" }, true],
    ["model, another", { model: { $regex: "haiku" } }, { model: "claude-sonnet-5" }, false],
    ["all must hold", { user: "How many?", system: "a" }, { ask: "How many?" }, false],
  ];
  test.each(cases)("%s", (...row) => {
    const [, when, given, expected] = row;
    const twice = { turns: [...yes, ...yes] };
    const entries = [when === undefined ? twice : { ...twice, when }, { turns: [...no, ...no] }];
    expect(textOf(answer(entries, given))).toBe(expected ? "yes" : "no");
  });

  test("the first entry that matches answers", () => {
    expect(textOf(answer([{ when: { user: "Hello" }, turns: yes }, otherwise]))).toBe("yes");
    expect(textOf(answer([otherwise, { when: { user: "Hello" }, turns: yes }]))).toBe("no");
  });
});

describe("turns", () => {
  const turns = [{ text: "one" }, { text: "two" }, { text: "three" }];

  test.each([
    ["nothing said yet", [user("a")], "one"],
    ["one reply", [user("a"), says("one"), user("b")], "two"],
    ["a reply with a call", [user("a"), called("c1", "x"), result("c1", "1")], "two"],
    [
      "a last reply that became the user's",
      [user("a"), says("one"), user("b"), says("two")],
      "three",
    ],
  ])("the index is the number of replies: %s", (_, messages, expected) => {
    expect(textOf(answer([{ turns }], { messages }))).toBe(expected);
    expect(textOf(answer([{ turns }], { messages, model: "claude-haiku-4-5" }))).toBe(expected);
  });

  test.each([0, 1, 2, 3, 4, 5])("trial %i takes its variant", (trial) => {
    const entry = { turns: [{ text: "0" }], variants: [[{ text: "1" }], [{ text: "2" }]] };
    expect(textOf(answer([entry], { trial }))).toBe(String(trial % 3));
  });
});

describe("replies", () => {
  test("text and calls", () => {
    const calls = [{ tool: "x", args: { q: 1 } }, { tool: "y" }];
    expect(answer([{ turns: [{ text: "Let me see.", calls }] }])).toMatchObject({
      type: "reply",
      stopReason: "tool_use",
      delayMs: 0,
      content: [
        { type: "text", text: "Let me see." },
        { type: "tool_use", name: "x", input: { q: 1 } },
        { type: "tool_use", name: "y", input: {} },
      ],
    });
  });

  test("an empty text is an empty reply", () => {
    expect(answer([{ turns: [{ text: "" }] }])).toMatchObject({
      content: [],
      stopReason: "end_turn",
    });
  });

  test.each(["max_tokens", "refusal"] as const)("stop: %s", (stop) => {
    expect(answer([{ turns: [{ text: "I", stop }] }])).toMatchObject({ stopReason: stop });
    expect(answer([{ turns: [{ stop }] }])).toMatchObject({ stopReason: stop, content: [] });
  });

  test("a fault", () => {
    expect(answer([{ turns: [{ fault: { status: 429, retry_after: 2 } }] }])).toEqual({
      type: "fault",
      status: 429,
      retryAfter: "2",
      delayMs: 0,
    });
    expect(answer([{ turns: [{ fault: { status: 529 }, delay_ms: 5 }] }])).toEqual({
      type: "fault",
      status: 529,
      delayMs: 5,
    });
  });

  test("usage as given, else an estimate from what is said", () => {
    const usage = {
      input_tokens: 7,
      output_tokens: 0,
      cache_read_tokens: 1,
      cache_write_tokens: 2,
    };
    expect(answer([{ turns: [{ text: "a", usage }] }])).toMatchObject({
      usage: { inputTokens: 7, outputTokens: 0, cacheReadTokens: 1, cacheWriteTokens: 2 },
    });
    const given = { ask: "x".repeat(400), system: [{ text: "y".repeat(40), cache: true }] };
    const expected = { inputTokens: 110, outputTokens: 2, cacheReadTokens: 0, cacheWriteTokens: 0 };
    const replies = [{ turns: [{ text: "12345" }] }];
    expect(answer(replies, given)).toMatchObject({ usage: expected });
    expect(answer(replies, { ...given, model: "claude-haiku-4-5", temperature: 0 })).toMatchObject({
      usage: expected,
    });
  });
});

describe("ids of calls", () => {
  const entry = { turns: [{ calls: [{ tool: "x" }, { tool: "x" }] }, { calls: [{ tool: "x" }] }] };
  const idsOf = (messages: readonly ChatMessage[]): readonly string[] => {
    const said = answer([entry], { messages });
    if (said.type !== "reply") return [];
    return said.content.flatMap((block) => (block.type === "tool_use" ? [block.id] : []));
  };
  const [first = "", second = ""] = idsOf([user("a")]);

  test("are the API's, differ, and are always the same", () => {
    expect(first).toMatch(/^toolu_[a-zA-Z0-9_-]+$/);
    expect(first).not.toBe(second);
    expect(idsOf([user("a")])).toEqual([first, second]);
    const [third] = idsOf([user("a"), called(first, "x"), result(first, "1")]);
    expect([first, second]).not.toContain(third);
  });

  test("are not used twice in a conversation that was shortened", () => {
    const [third = ""] = idsOf([user("a"), called("c0", "x"), result("c0", "1")]);
    const ids = idsOf([user("a"), called(third, "x"), result(third, "1")]);
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain(third);
  });
});

const judgeTool = (count: number) => ({
  name: judgeProtocol.toolName,
  description: "",
  inputSchema: {
    type: "object",
    properties: { verdicts: { type: "array", minItems: count, maxItems: count } },
  },
});
const verdictsOf = (said: ScriptAnswer): unknown => {
  const block = said.type === "reply" ? said.content[0] : undefined;
  return block?.type === "tool_use" ? block.input["verdicts"] : undefined;
};

const asked = (shown: string, count = 2): Given => ({
  role: "judge",
  ask: `Question:\n${judgeProtocol.enclose("question", "How many?")}\n${judgeProtocol.enclose("answer", shown)}\n1. It says 42.`,
  tools: [judgeTool(count)],
  toolChoice: { type: "tool", name: judgeProtocol.toolName },
});

describe("a judge's request", () => {
  const any = { judge: { $exists: true } };

  test.each([
    ["the answer", { judge: { $contains: "42" } }, true],
    ["another answer", { judge: { $contains: "43" } }, false],
    ["the question is not the answer", { judge: { $contains: "How many" } }, false],
    ["user too", { judge: { $contains: "42" }, user: { $contains: "How many?" } }, true],
    ["no judge", {}, false],
  ])("is matched on %s", (_, when, expected) => {
    const entries: ScriptFileEntry[] = [
      { when, turns: yes },
      { when: any, turns: [{ text: "no" }] },
    ];
    expect(textOf(answer(entries, asked("There are 42.")))).toBe(expected ? "yes" : "no");
  });

  test("an agent's request never is one", () => {
    const entries: ScriptFileEntry[] = [{ when: any, turns: yes }, otherwise];
    expect(textOf(answer(entries, { ask: judgeProtocol.enclose("answer", "42") }))).toBe("no");
    const offered = [tool(judgeProtocol.toolName), tool("x")];
    expect(textOf(answer(entries, { tools: offered }))).toBe("no");
  });

  test("is one also where calls cannot be forced", () => {
    const entries: ScriptFileEntry[] = [{ when: any, turns: yes }];
    expect(textOf(answer(entries, { ...asked("42"), model: "claude-opus-5-5" }))).toBe("yes");
  });

  test("gets a verdict for each criterion", () => {
    const full = { verdict: "not_met", evidence: "42", reasoning: "Wrong." } as const;
    const said = answer(
      [{ when: any, verdicts: { "*": "met", "2": full } }],
      asked("There are 42.", 3),
    );
    const met = { evidence: "There are 42.", reasoning: "As the script says.", verdict: "met" };
    expect(verdictsOf(said)).toEqual([
      { criterion: 1, ...met },
      { criterion: 2, evidence: "42", reasoning: "Wrong.", verdict: "not_met" },
      { criterion: 3, ...met },
    ]);
    expect(said).toMatchObject({ stopReason: "tool_use", content: [{ name: "record_verdicts" }] });
  });

  test.each([
    ["a short answer", "42", "42"],
    [
      "the first line that says something",
      "\n---\n  There are **42**.\nMore.",
      "There are **42**.",
    ],
    ["a long line, up to a word", `${"word ".repeat(30)}end`, "word ".repeat(16).trimEnd()],
    ["no spaces, no half characters", "😀".repeat(60), "😀".repeat(40)],
    ["an answer without words", "…", "…"],
    ["no answer", "", ""],
  ])("quotes %s", (_, shown, evidence) => {
    const said = answer([{ when: any, verdicts: { "*": "met" } }], asked(shown, 1));
    expect(verdictsOf(said)).toMatchObject([{ evidence }]);
    expect(shown).toContain(evidence);
  });

  test("needs no quote where it cannot tell", () => {
    const said = answer([{ when: any, verdicts: { "*": "cannot_tell" } }], asked("42", 1));
    expect(verdictsOf(said)).toMatchObject([{ evidence: "", verdict: "cannot_tell" }]);
  });

  test("is answered alike when it comes back for a repair", () => {
    const entries: ScriptFileEntry[] = [{ when: any, verdicts: { "*": "met" } }];
    const first = asked("42", 1);
    const again = [
      user(first.ask ?? ""),
      called("c1", judgeProtocol.toolName),
      result("c1", "Again."),
    ];
    expect(verdictsOf(answer(entries, { ...first, messages: again }))).toEqual(
      verdictsOf(answer(entries, first)),
    );
  });

  test("with a criterion that has no verdict is an error", () => {
    const entries: ScriptFileEntry[] = [{ when: any, verdicts: { "1": "met" } }];
    expect(errorOf(() => answer(entries, asked("42", 2)))).toMatchObject({
      code: "SCRIPT_NO_REPLY",
      message: 'entry 1 of script "test" has no verdict for criterion 2',
    });
  });

  test("that no entry matches names the answer", () => {
    const error = errorOf(() => answer([otherwise], asked("There are 42.")));
    expect(error.message).toBe(
      `no entry of script "test" matches a judge's request that shows the answer "There are 42."`,
    );
    expect(error.hint).toContain('- when: { judge: { $contains: "There are 42." } }');
  });
});

describe("no reply", () => {
  test("no entry: the message names the request, the hint is an entry", () => {
    const messages = [user('Say "hi"\nnow'), says("hi"), user("And bye?")];
    const run = () =>
      answer([{ when: { user: "x" }, turns: yes }], { messages, tools: [tool("t")] });
    const error = errorOf(run);
    expect(error.code).toBe("SCRIPT_NO_REPLY");
    expect(error.message).toBe(
      'no entry of script "test" matches the request with user "Say \\"hi\\" now", last "And bye?", tools t, turn 1',
    );
    expect(error.hint).toBe(`add an entry to its replies:
  - when: { user: { $contains: "Say \\"hi\\"" } }
    turns:
      - text: "…"
      - text: "…"`);
  });

  test("no entry, but for a prompt that has changed", () => {
    const needsWord = { user: { $contains: "many" }, system: { $contains: "GLQL" } };
    const hintFor = (ask: string): string | undefined =>
      errorOf(() => answer([otherwiseJudged, { when: needsWord, turns: yes }], { ask })).hint;
    expect(hintFor("How many?")).toMatch(
      /^entry 2 answers this only if `system` is something that contains "GLQL"\nadd an entry to its replies:\n/,
    );
    expect(hintFor("How few?")).toMatch(/^add an entry to its replies:\n/);
  });

  test("past the last reply", () => {
    const error = errorOf(() =>
      answer([{ turns: yes }], { messages: [user("a"), says("yes"), user("b")] }),
    );
    expect(error).toMatchObject({ code: "SCRIPT_NO_REPLY", place: { file: "test.script.yml" } });
    expect(error.message).toMatch(/^entry 1 of script "test" has 1 reply, but this is request 2 /);
  });

  test("long texts are clipped, and no half characters come out", () => {
    const error = errorOf(() =>
      answer([{ when: { user: "x" }, turns: yes }], { ask: "😀".repeat(500) }),
    );
    expect(error.message.length).toBeLessThan(500);
    expect(error.hint).toContain(`"${"😀".repeat(30)}"`);
  });
});
