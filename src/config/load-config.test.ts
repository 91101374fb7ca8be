import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../core/errors/app-error.ts";
import type { Files } from "../core/files.ts";
import { formatPlace } from "../core/position.ts";
import { rateBook } from "../model/index.ts";
import type { Config } from "./config.ts";
import { loadConfig } from "./load-config.ts";

function filesWith(texts: Readonly<Record<string, string>>): Files {
  return {
    read: async (path) => texts[path],
    list: async () => [],
    realPath: undefined,
  };
}

function load(text: string): Promise<Config> {
  return loadConfig("/project", filesWith({ "/project/flowproof.yml": text }));
}

async function errorsOf(text: string): Promise<string[]> {
  const error: unknown = await load(text).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const errors = error instanceof AppErrors ? error.errors : [error];
  return errors.map((each) => {
    if (!(each instanceof AppError)) throw new TypeError("no expected error", { cause: each });
    const { code, message, hint, place } = each;
    const where = place === undefined ? "" : formatPlace(place);
    return `${where} ${code} ${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
}

const defaults: Config = {
  suites: undefined,
  registries: {
    flows: ["flows"],
    prompts: undefined,
    responseSchemas: undefined,
    tools: undefined,
  },
  models: { agent: undefined, judge: undefined },
  judging: {},
  prices: {},
  limits: { concurrency: undefined, trial: {}, run: {} },
  history: true,
  lint: { rules: {}, mcpTools: [], definitions: undefined, outOfScope: {}, maxWarnings: undefined },
  validate: { rules: {}, maxWarnings: undefined },
  gitlab: { url: undefined },
  context: undefined,
};

describe("what holds", () => {
  test.each([
    ["an empty file", ""],
    ["a file of comments", "# nothing yet\n"],
    ["an empty mapping", "{}"],
  ])("with %s are the defaults", async (_, text) => {
    expect(await load(text)).toEqual(defaults);
  });

  test("without a file are the defaults; other folders are not searched", async () => {
    const files = filesWith({
      "/flowproof.yml": "suites: [a]",
      "/project/x/flowproof.yml": "suites: [a]",
    });
    expect(await loadConfig("/project", files)).toEqual(defaults);
  });

  test("with everything set is what the file says", async () => {
    const config = await load(`
suites: [suites/smoke, more.suite.yml]
registries: { flows: [flows, ../service/flows], prompts: p, response_schemas: r, tools: t }
models: { agent: claude-sonnet-4-6 }
judge: { model: anthropic/claude-haiku-4-5, votes: 3, isolate: true }
prices: { claude-sonnet-4-6: { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 } }
limits:
  concurrency: 4
  max_replies: 20
  max_seconds: 1.5
  max_turns: 3
  max_tool_calls: 0
  max_tokens: 9000
  max_cost_usd: 0.5
  run: { max_cost_usd: 2, max_time: 10m, max_errors: 10% }
history: false
lint:
  rules: { no-dead-ends: warning, L08: off }
  mcp_tools: [linear_search]
  max_warnings: 3
  secret_safety: { out_of_scope: { formatter: it never sees a value } }
validate: { rules: { unreached: off }, max_warnings: 0 }
gitlab: { url: https://gitlab.example.com/sub }
context: { project: { path: shop/web, id: 7 }, inputs: { merge_request: { url: u } } }
`);
    expect(config).toEqual({
      suites: ["suites/smoke", "more.suite.yml"],
      registries: {
        flows: ["flows", "../service/flows"],
        prompts: "p",
        responseSchemas: "r",
        tools: "t",
      },
      models: { agent: "claude-sonnet-4-6", judge: "anthropic/claude-haiku-4-5" },
      judging: { votes: 3, isolate: true },
      prices: { "claude-sonnet-4-6": { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 } },
      limits: {
        concurrency: 4,
        trial: {
          maxReplies: 20,
          maxMs: 1500,
          maxTurns: 3,
          maxToolCalls: 0,
          maxTokens: 9000,
          maxCostUsd: 0.5,
        },
        run: { max_cost_usd: 2, max_time: "10m", max_errors: "10%" },
      },
      history: false,
      lint: {
        rules: { "no-dead-ends": "warning", L08: "off" },
        mcpTools: ["linear_search"],
        outOfScope: { formatter: "it never sees a value" },
        maxWarnings: 3,
      },
      validate: { rules: { unreached: "off" }, maxWarnings: 0 },
      gitlab: { url: "https://gitlab.example.com/sub" },
      context: { project: { path: "shop/web", id: 7 }, inputs: { merge_request: { url: "u" } } },
    });
  });

  test.each([
    ["models: { judge: a }", "a"],
    ["judge: { model: a }", "a"],
    ["models: { judge: a }\njudge: { model: a }", "a"],
    ["judge: { models: [a, b] }", ["a", "b"]],
  ])("%j names the judge %s", async (text, judge) => {
    expect((await load(text)).models.judge).toEqual(judge);
  });
});

test.each([
  ["models: { rates: { m: 160/8h } }", { m: "160/8h" }],
  [
    "models: { rates: { openai/*: [50/min, 40000 tokens/min] } }",
    { "openai/*": ["50/min", "40000 tokens/min"] },
  ],
  ["models: { rates: { '*': 1 request / 2 days } }", { "*": "1 request / 2 days" }],
])("%s", async (text, expected) => {
  const { rates } = (await load(text)).models;
  expect(rates).toEqual(expected);
  // What may stand there can be read.
  expect(() => rateBook([rates ?? {}])).not.toThrow();
});

test.each(["50", "0/min", "1.5/min", "50/week", "50 calls/min", "min/50", "50/10000h"])(
  "%j is no rate",
  async (rate) => {
    const [error = ""] = await errorsOf(`models: { rates: { m: "${rate}" } }`);
    expect(error).toContain("CONFIG_INVALID");
    expect(() => rateBook([{ m: rate }])).toThrow("is not a rate");
  },
);

test("how models are asked", async () => {
  const text = "models: { max_retries: 0, prompted_tools: true, prompt_cache: false }";
  expect((await load(text)).models).toMatchObject({
    maxRetries: 0,
    promptedTools: true,
    promptCache: false,
  });
});

describe("what is wrong", () => {
  test.each<[text: string, errors: string[]]>([
    [
      "suits: [a]\nlint:\n  rules: { no-x: eror, NoX: off }\nlimits: { concurrency: 0 }\n",
      [
        'flowproof.yml:1:1 CONFIG_INVALID unknown key "suits" (did you mean "suites"?)',
        'flowproof.yml:3:18 CONFIG_INVALID "no-x" has to be "off", "info", "warning" or "error", not "eror" (did you mean "error"?)',
        'flowproof.yml:3:24 CONFIG_INVALID the key has to match ^([a-z][a-z0-9-]*|[A-Z][0-9]{1,3})$, not "NoX"',
        'flowproof.yml:4:24 CONFIG_INVALID "concurrency" has to be at least 1, not 0',
      ],
    ],
    ["[1]", ["flowproof.yml:1:1 CONFIG_INVALID the document has to be a mapping, not a list"]],
    [
      "a: b: c\nsuits: 1\n",
      [
        'flowproof.yml:1:4 YAML_INVALID a ": " stands where no mapping can begin (put a value that contains ": " in quotes)',
      ],
    ],
    [
      "prices: { m: { input: 1 } }\ngitlab: { url: gitlab.example.com }\n",
      [
        'flowproof.yml:1:14 CONFIG_INVALID "m" needs the key "output"',
        'flowproof.yml:2:16 CONFIG_INVALID "url" has to match ^https?://[^\\s/?#]+(/[^\\s?#]*)?$, not "gitlab.example.com" (The address of the instance, as in https://gitlab.example.com)',
      ],
    ],
    [
      "lint: { secret_safety: { out_of_scope: { a: ' ', B: why } } }\n",
      [
        'flowproof.yml:1:45 CONFIG_INVALID "a" has to match \\S, not " " (Why the flow needs no guidance, in words.)',
        'flowproof.yml:1:50 CONFIG_INVALID the key has to match ^[a-z][a-z0-9_]*$, not "B"',
      ],
    ],
    [
      "context: { project: a/b, none: true }\n",
      ['flowproof.yml:1:10 CONFIG_INVALID "context" must not have "none" and "project"'],
    ],
    [
      "models: { judge: a }\njudge: { model: b }\n",
      [
        'flowproof.yml:2:17 CONFIG_INVALID two models are named for the judge: "a" and "b" (keep models.judge or judge.model)',
      ],
    ],
    [
      "models: { judge: a }\njudge: { models: [a, b] }\n",
      [
        'flowproof.yml:2:18 CONFIG_INVALID two models are named for the judge: "a" and "a, b" (keep models.judge or judge.models)',
      ],
    ],
    [
      "judge: { model: a, models: [a, b], votes: 2 }\n",
      [
        'flowproof.yml:1:8 CONFIG_INVALID "judge" must not have "model" and "models"',
        'flowproof.yml:1:43 CONFIG_INVALID "votes" has to be 1, 3, 5, 7 or 9, not 2',
      ],
    ],
  ])("%j", async (text, errors) => {
    expect(await errorsOf(text)).toEqual(errors);
  });
});

test("what somebody else checks is told at its place, beside the rest", async () => {
  const text = "lint: { rules: { no-x: off } }\n";
  const files = filesWith({ "/project/flowproof.yml": text });
  const problem = {
    path: ["lint", "rules", "no-x"],
    atKey: true,
    message: "there is no such rule",
  };
  const work = loadConfig("/project", files, ({ lint }) => (lint?.rules ? [problem] : []));
  await expect(work).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    message: "there is no such rule",
    place: { file: "flowproof.yml", line: 1, column: 18 },
  });
});
