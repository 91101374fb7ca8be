import { describe, expect, test } from "vitest";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintFiles } from "../lint-files.ts";
import type { LintOptions } from "../lint-text.ts";
import { lintText } from "../lint-text.ts";
import { completeExample } from "../rule/complete-example.ts";
import type { FlowChange } from "./flow-change.ts";

const flow = (yaml = ""): string => completeExample({ yaml });
const system = (text: string): string => flow().replace("You help.", text);
const tools = (names: string): string => flow().replace("toolset: []", `toolset: [${names}]`);
const path = "flows/helper/1.0.0.yml";

function said(text: string, file: string, change: Partial<FlowChange> | undefined): string[] {
  const known = change && { base: "main", before: undefined, lower: undefined, ...change };
  const found = lintText(text, file, { knowledge: bundledKnowledge, change: known });
  const rules = new Set(["released-config", "version-step"]);
  return found
    .filter(({ rule }) => rules.has(rule))
    .map(({ rule, line, message }) => `${rule} ${line} ${message}`);
}

describe("a released config", () => {
  const different = [
    "released-config 15 helper 1.0.0 is released, as main has it, and reads differently here",
  ];
  test.each<
    [about: string, before: string | undefined, after: string, file: string, said: string[]]
  >([
    ["another prompt", flow(), system("You aid."), path, different],
    ["the same", flow(), flow(), path, []],
    ["a comment", flow(), `# new\n${flow()}`, path, []],
    ["new", undefined, flow(), path, []],
    ["a pre-release", flow(), system("You aid."), "flows/helper/1.0.0-dev.yml", []],
    ["a name that is no version", flow(), system("You aid."), "flows/helper/2.0.0-goal.yml", []],
    ["an experimental one", flow(), system("You aid."), "flows/experimental/helper/1.0.0.yml", []],
    ["a file that is no version of a flow", flow(), system("You aid."), "new.yml", []],
    ["one that the service refused", flow("flow: { entry_point: nowhere }\n"), flow(), path, []],
    ["one that was no flow", "", flow(), path, []],
    ["one that is broken now", flow(), `${flow()}x: [\n`, path, []],
  ])("%s", (_, before, after, file, wanted) => {
    expect(said(after, file, { before })).toEqual(wanted);
  });

  test("without a base nothing is said", () => {
    expect(said(system("You aid."), path, undefined)).toEqual([]);
  });
});

describe("the step of a new version", () => {
  const lower = (version: string, text: string): Partial<FlowChange> => ({
    lower: { version, text },
  });
  test.each<
    [about: string, change: Partial<FlowChange>, after: string, file: string, said: string[]]
  >([
    [
      "a tool more in a patch",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/helper/1.0.1.yml",
      [
        'version-step 8 after 1.0.0 this needs 1.1.0, not 1.0.1: tool read_file of component "helper" is new',
      ],
    ],
    [
      "in a minor version",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/helper/1.1.0.yml",
      [],
    ],
    [
      "in a major version",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/helper/2.0.0.yml",
      [],
    ],
    [
      "many tools more",
      lower("1.0.0", flow()),
      tools("read_file, read_files, find_files, list_dir, grep"),
      "flows/helper/1.0.1.yml",
      [
        'version-step 8 after 1.0.0 this needs 1.1.0, not 1.0.1: tool read_file of component "helper" is new; tool read_files of component "helper" is new; tool find_files of component "helper" is new; and 2 more',
      ],
    ],
    [
      "another prompt in a patch",
      lower("1.0.0", flow()),
      system("You aid."),
      "flows/helper/1.0.1.yml",
      [],
    ],
    ["nothing in a patch", lower("1.0.0", flow()), flow(), "flows/helper/1.0.1.yml", []],
    [
      "another environment in a minor version",
      lower("1.0.0", flow()),
      flow("environment: chat\n"),
      "flows/helper/1.1.0.yml",
      [
        "version-step 1 after 1.0.0 this needs 2.0.0, not 1.1.0: the environment is chat, not ambient",
      ],
    ],
    [
      "in a pre-release of a patch",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/helper/1.0.1-dev.yml",
      [
        'version-step 8 after 1.0.0 this needs 1.1.0, not 1.0.1-dev: tool read_file of component "helper" is new',
      ],
    ],
    [
      "in a name that is no version",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/helper/1.0.1-goal.yml",
      [],
    ],
    [
      "in an experimental flow",
      lower("1.0.0", flow()),
      tools("read_file"),
      "flows/experimental/helper/1.0.1.yml",
      [],
    ],
    [
      "without a lower version",
      { lower: undefined },
      tools("read_file"),
      "flows/helper/1.0.0.yml",
      [],
    ],
    [
      "after a broken one",
      lower("1.0.0", "x: [\n"),
      tools("read_file"),
      "flows/helper/1.0.1.yml",
      [],
    ],
    [
      "in a broken one",
      lower("1.0.0", flow()),
      `${tools("read_file")}x: [\n`,
      "flows/helper/1.0.1.yml",
      [],
    ],
  ])("%s", (_, change, after, file, wanted) => {
    expect(said(after, file, change)).toEqual(wanted);
  });
});

describe("a deleted file", () => {
  const deleted = { base: "main", before: undefined, lower: undefined, deleted: true };
  const found = async (file: string, options: LintOptions = {}): Promise<string[]> => {
    const sources = [{ path: file, text: undefined, change: deleted }];
    const { files } = await lintFiles(sources, options);
    return files.flatMap(({ diagnostics }) =>
      diagnostics.map(
        ({ rule, line, severity, message }) => `${rule} ${line} ${severity} ${message}`,
      ),
    );
  };

  test("of a released version is reported under its old path", async () => {
    expect(await found(path)).toEqual([
      "released-config 1 error helper 1.0.0 is released, as main has it, and its file is gone",
    ]);
  });

  test.each([
    ["flows/helper/2.0.0-dev.yml", {}],
    ["flows/experimental/helper/1.0.0.yml", {}],
    ["new.yml", {}],
    [path, { only: ["style"] as const }],
    [path, { severities: new Map([["released-config", "off"]] as const) }],
  ])("%s is left alone with %j", async (file, options) => {
    expect(await found(file, options)).toEqual([]);
  });
});
