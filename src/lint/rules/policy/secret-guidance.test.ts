import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../../flow/index.ts";
import { signsInWords } from "../../analysis/prompt-words.ts";
import { secretGuidance, secretGuidanceLines } from "../../analysis/secret-guidance-text.ts";
import type { Diagnostic } from "../../diagnostic.ts";
import { bundledKnowledge } from "../../knowledge/index.ts";
import type { SecretSafety } from "../../lint-report.ts";
import { lintConfig, type LintOptions } from "../../lint-text.ts";
import { completeExample } from "../../rule/complete-example.ts";

interface Setting {
  readonly tools?: string;
  readonly system?: string;
  readonly environment?: string;
  readonly before?: string;
  readonly inputs?: string;
}

function flowWith(setting: Setting): string {
  const { tools = "[]", system = "You help.", environment = "ambient", before = "" } = setting;
  const { inputs = `["context:goal"]` } = setting;
  return completeExample({
    yaml: `${before}environment: ${environment}
components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: ${tools}, inputs: ${inputs} }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        ${system.replaceAll("\n", "\n        ")}
      user: "{{ goal }}"
`,
  });
}

interface Found {
  readonly found: readonly Diagnostic[];
  readonly safety: SecretSafety | undefined;
}

function lint(yaml: string, options: LintOptions = {}, file = "flow.yml"): Found {
  const result = lintConfig(yaml, file, { knowledge: bundledKnowledge, ...options });
  const found = result.diagnostics.filter(({ rule }) => rule === "secret-guidance");
  return { found, safety: result.secretSafety };
}

function statusOf(setting: Setting): string | undefined {
  return lint(flowWith(setting)).safety?.status;
}

describe("a tool is a sign", () => {
  test.each([
    ["create_file_with_contents", "writes files (create_file_with_contents)"],
    ["edit_file", "writes files (edit_file)"],
    ["create_commit", "commits files (create_commit)"],
    ["run_command", "runs commands (run_command)"],
    ["run_git_command", "runs commands (run_git_command)"],
    ["run_tests", "runs commands (run_tests)"],
    ["ci_linter", "works on CI/CD configuration (ci_linter)"],
    ["acme_write_file", "writes files (acme_write_file)"],
    ["commit_files_update", "writes files (commit_files_update)"],
    ["{ edit_file: {} }", "writes files (edit_file)"],
  ])("%s", (tool, sign) => {
    const { found } = lint(flowWith({ tools: `[${tool}]` }));
    expect(found).toMatchObject([{ severity: "warning", line: 9, column: 7 }]);
    expect(found[0]?.message).toBe(
      `component "helper": ${sign}; prompt "help" does not hold the guidance on secrets`,
    );
  });

  test.each(["mkdir", "read_file", "create_issue", "create_branch", "list_commits", "todo_write"])(
    "%s is none",
    (tool) => {
      expect(statusOf({ tools: `[${tool}]` })).toBe("not_in_scope");
    },
  );

  test("and so is an input that is a secret", () => {
    const inputs = `[{ from: "context:inputs.finding.secret_value", as: goal }]`;
    expect(statusOf({ inputs })).toBe("not_in_scope");
    const named = inputs.replace("as: goal", "as: raw_secret_value");
    expect(statusOf({ inputs: named })).toBe("missing");
  });
});

describe("words are a sign", () => {
  test.each([
    ["You maintain .gitlab-ci.yml files.", ".gitlab-ci.yml"],
    ["Convert Jenkins and CircleCI pipelines.", "Convert Jenkins and CircleCI pipelines"],
    ["You help with writing\nCI/CD configuration.", "writing CI/CD configuration"],
    ["You fix failing pipelines.", "fix failing pipelines"],
    ["You help users to rotate access tokens.", "access tokens"],
    ["Store the API key that the user gives you.", "API key"],
    ["Read the values from the .env file.", ".env"],
    ["You review how passwords are kept.", "passwords"],
    ["Never be rude. You find hard-coded credentials.", "credentials"],
  ])("%s", (system, words) => {
    const { found } = lint(flowWith({ system }));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(`("${words}")`);
  });

  test.each([
    "You say why a pipeline failed.",
    "Create an issue when a pipeline fails.",
    "Write a pipeline report, and fix pipeline failures by telling their author.",
    "You answer questions on issues, merge requests, pipelines and jobs.",
    "Do not ask for credentials, and do not repeat a password.",
    "Never show\nan access token to the user.",
    "Do not stage files that likely contain secrets (e.g. `.env`, `credentials.json`).",
    "Use at most 4000 tokens. The secret of a good answer is brevity.",
    "Look at process.env and at the environment.",
  ])("%s is none", (system) => {
    expect(lint(flowWith({ system }))).toEqual({
      found: [],
      safety: { status: "not_in_scope" },
    });
  });

  test("many words do not take long", () => {
    const words = ["create a ", "- \n ", "fix the ci/cd ", "never e.g. ", "\n\n\n ", "api "];
    for (const word of words) {
      const system = `x ${word.repeat(200_000 / word.length)}`;
      const times = [1, 2, 3].map(() => {
        const started = performance.now();
        signsInWords([system]);
        return performance.now() - started;
      });
      expect(Math.min(...times)).toBeLessThan(400);
    }
  });
});

const tools = "[edit_file]";

describe("the guidance counts", () => {
  test.each([
    ["as it is", secretGuidanceLines.join("\n")],
    ["on one line", secretGuidance],
    ["a word a line", secretGuidance.replaceAll(" ", "\n")],
    ["indented", secretGuidanceLines.map((line) => `    ${line}`).join("\n")],
    ["among other text", `Be brief.\n${secretGuidance}\nBe kind.`],
    ["in both branches", `{% if a %}${secretGuidance}{% else %}${secretGuidance}{% endif %}`],
    ["in a block", `{% block rules %}${secretGuidance}{% endblock %}`],
    ["in raw text", `{% raw %}${secretGuidance}{% endraw %}`],
    ["beside what cannot be rendered", `{{ goal.a.b.c }} ${secretGuidance}`],
  ])("%s", (_, system) => {
    expect(statusOf({ system, tools })).toBe("held");
  });

  test.each([
    ["not at all", "Be brief."],
    ["in other words", secretGuidance.replace("Never write", "Do not write")],
    ["with another dash", secretGuidance.replace("—", "-")],
    ["cut short", secretGuidance.slice(0, -1)],
    ["in a comment", `{# ${secretGuidance} #}`],
    ["in one branch", `{% if goal %}${secretGuidance}{% endif %}`],
    ["in the branch that is not taken", `{% if not goal %}${secretGuidance}{% endif %}`],
  ])("but not %s", (_, system) => {
    expect(statusOf({ system, tools })).toBe("missing");
  });

  test("in one of several messages, and not in two halves", () => {
    const [first, second] = [secretGuidance.slice(0, 300), secretGuidance.slice(300)];
    const list = (texts: readonly string[]): string =>
      flowWith({ tools }).replace(
        /system: \|\n.*\n/,
        `system: [${texts.map((text) => JSON.stringify(text)).join(", ")}]\n`,
      );
    expect(lint(list(["Be brief.", secretGuidance])).safety?.status).toBe("held");
    expect(lint(list([first, second])).safety?.status).toBe("missing");
  });

  test("not in the part of the user", () => {
    const yaml = flowWith({ tools }).replace(
      'user: "{{ goal }}"',
      `user: "{{ goal }} ${secretGuidance}"`,
    );
    expect(lint(yaml).safety?.status).toBe("missing");
  });
});

test("in an agent it is an error, in a flow a warning", () => {
  const severities = ["chat-partial", "chat", "ambient"].map((environment) => {
    return lint(flowWith({ tools, environment })).found.map(({ severity }) => severity);
  });
  expect(severities).toEqual([["error"], ["warning"], ["warning"]]);
});

test("what stands beside the blocks of a template that extends another is not repaired", () => {
  const system = "{% extends 'common/developer/system/1.0.0.jinja' %}";
  const { found } = lint(flowWith({ tools, system }));
  expect(found).toHaveLength(1);
  expect(found[0]).not.toHaveProperty("fix");
  expect(lint(flowWith({ tools })).found[0]).toHaveProperty("fix");
});

test("an agent without a prompt has none that holds it", () => {
  const yaml = flowWith({ tools }).replace("prompt_id: help, toolset", "prompt_id: hepl, toolset");
  const { found, safety } = lint(yaml);
  expect(safety).toEqual({ status: "missing" });
  expect(found).toMatchObject([{ line: 3, pointer: "/components/0/prompt_id" }]);
  expect(found[0]?.message).toContain('prompt "hepl" does not hold');
  const agent = completeExample({
    yaml: "environment: chat-partial\ncomponents: [{ name: a, type: AgentComponent, toolset: [edit_file] }]\n",
    without: ["prompts"],
  });
  expect(lint(agent).found.map(({ message, line }) => [message, line])).toEqual([
    ['agent "a": writes files (edit_file); its prompt does not hold the guidance on secrets', 2],
  ]);
});

test("a prompt of several agents is told once", () => {
  const yaml = flowWith({ tools }).replace(
    "components:\n",
    `components:\n  - { name: other, type: AgentComponent, prompt_id: help, toolset: [run_command], inputs: ["context:goal"] }\n`,
  );
  expect(lint(yaml).found.map(({ message }) => message)).toEqual([
    'components "other", "helper": runs commands (run_command) and writes files (edit_file); prompt "help" does not hold the guidance on secrets',
  ]);
});

describe("prompts of a registry", () => {
  const yaml = completeExample({
    yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: writer, prompt_version: ^1.0.0, toolset: [edit_file],
      inputs: ["context:goal"] }
`,
  });
  const prompt = (system: string): string =>
    `name: writer\nunit_primitive: duo_agent_platform\nprompt_template:\n  system: ${JSON.stringify(system)}\n  user: "{{ goal }}"\n`;

  async function statusWith(texts: Readonly<Record<string, string>>): Promise<unknown> {
    const all = new Map(Object.entries(texts).map(([path, text]) => [`/prompts/${path}`, text]));
    const files = {
      read: async (path: string) => all.get(path),
      list: async (folder: string) => {
        const below = [...all.keys()].filter((path) => path.startsWith(`${folder}/`));
        return [...new Set(below.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))];
      },
      realPath: undefined,
    };
    const own = await loadKnowledge({ prompts: ["/prompts"], responseSchemas: [], files });
    return lint(yaml, { knowledge: { ...bundledKnowledge, ...own } }).safety?.status;
  }

  test.each([
    ["missing", prompt("Be brief."), "."],
    ["held", prompt(secretGuidance), "."],
    ["held", prompt("{% include 'common/secrets/1.0.0.jinja' %}"), secretGuidance],
    ["missing", prompt("{% include 'common/secrets/1.0.0.jinja' %}"), "Be careful."],
    ["held", prompt("{% extends 'common/secrets/1.0.0.jinja' %}"), `Hello. ${secretGuidance}`],
    [
      "missing",
      prompt("{% extends 'common/secrets/1.0.0.jinja' %}{% block a %}{% endblock %}"),
      `{% block a %}${secretGuidance}{% endblock %}`,
    ],
  ])("in a folder of one's own: %s", async (status, text, partial) => {
    const texts = { "writer/base/1.0.0.yml": text, "common/secrets/1.0.0.jinja": partial };
    expect(await statusWith(texts)).toBe(status);
  });

  test("that nobody knows are said to be unseen", () => {
    const { found, safety } = lint(yaml);
    expect(safety).toEqual({ status: "unseen" });
    expect(found).toMatchObject([
      { severity: "info", line: 2, pointer: "/components/0/prompt_id" },
    ]);
    expect(lint(yaml, { knowledge: {} }).safety).toEqual({ status: "unseen" });
  });

  test("and files that nobody knows are not taken for empty", () => {
    const system = "{% include 'common/secrets/1.0.0.jinja' %}";
    expect(lint(flowWith({ system, tools }), { knowledge: {} }).safety?.status).toBe("unseen");
    expect(lint(flowWith({ system, tools })).safety?.status).toBe("missing");
  });
});

describe("out of scope", () => {
  test.each([
    ["# flowproof-scope: out, it formats code\n", "it formats code"],
    ["name: x # flowproof-scope: out , it formats code \n", "it formats code"],
    ["#flowproof-scope: out, a, b\n", "a, b"],
  ])("by %j", (before, reason) => {
    const { found, safety } = lint(flowWith({ tools, before }));
    expect(found).toEqual([]);
    expect(safety).toEqual({ status: "out_of_scope", reason });
  });

  test.each([
    "# flowproof-scope: out\n",
    "# flowproof-scope: out,  \n",
    "# flowproof-scope: it formats code\n",
    "# flowproof-scope\n",
  ])("not by %j, which is told", (before) => {
    const { found } = lint(flowWith({ tools, before }));
    expect(found.map(({ line, hint }) => [line, hint.slice(0, 9)])).toEqual([
      [1, "write `# "],
      [10, "add the g"],
    ]);
  });

  test("not by a text of the prompt", () => {
    const system = "# flowproof-scope: out, says who";
    expect(lint(flowWith({ tools, system })).safety?.status).toBe("missing");
    const quoted = `name: "a # flowproof-scope: out, says who"\n`;
    expect(lint(flowWith({ tools, before: quoted })).safety?.status).toBe("missing");
  });

  test.each([
    ["flows/helper/1.0.0.yml", "out_of_scope"],
    ["flows/experimental/helper/1.0.0.yml", "out_of_scope"],
    ["flows/other/1.0.0.yml", "missing"],
    ["helper.yml", "missing"],
    ["flows/constructor/1.0.0.yml", "missing"],
  ])("by flowproof.yml: %s is %s", (file, status) => {
    const outOfScope = { helper: "it formats code" };
    expect(lint(flowWith({ tools }), { outOfScope }, file).safety?.status).toBe(status);
  });

  test("without showing a secret", () => {
    const secret = ["glpat", "aB3dE5fG7hJ9kL1mN3pQ"].join("-");
    const { safety } = lint(flowWith({ tools, before: `# flowproof-scope: out, ${secret}\n` }));
    expect(safety?.reason).toBe("[REDACTED]");
  });
});

test("nothing is said of a config of which little can be read, nor where nobody asks", () => {
  expect(lint("components: [").safety).toBeUndefined();
  expect(lint(flowWith({ tools }), { only: ["style"] })).toEqual({ found: [], safety: undefined });
});
