import { describe, expect, test } from "vitest";
import { loadErrors, loadLab } from "../../../fixtures/eval/load-lab.ts";

const cases = `cases:
  - { id: a, ask: x, expect: [answer: y] }
  - { id: b, ask: x, expect: [answer: y], context: { project: own } }
  - { id: c, ask: x, expect: [answer: y], context: { inputs: { k: { v: 1 } } } }
`;
const one = "suite: one\ntarget: { flow: helper }\n";

async function load(text: string) {
  const [suite] = await loadLab({ "a.suite.yml": text + cases });
  return suite;
}

describe("a suite is multiplied", () => {
  test.each<[name: string, suite: string, targets: readonly string[]]>([
    [
      "by versions",
      `${one}matrix: { version: [1.0.0, ^1.1.0] }\n`,
      ["1.0.0 1.0.0 -", "1.1.0 1.2.0 -"],
    ],
    [
      "by versions and models, with names",
      `${one}matrix: { version: { old: 1.0.0, new: ^1.0.0 }, model: [claude-a, openai/gpt-b] }\n`,
      [
        "old@claude-a 1.0.0 claude-a",
        "old@gpt-b 1.0.0 openai/gpt-b",
        "new@claude-a 1.2.0 claude-a",
        "new@gpt-b 1.2.0 openai/gpt-b",
      ],
    ],
    [
      "target by target",
      "suite: one\ntargets: { p: { flow: helper }, q: { flow: helper, denied_tools: [get_issue] } }\nmatrix: { version: [1.0.0, 1.2.0] }\n",
      ["p@1.0.0 1.0.0 -", "p@1.2.0 1.2.0 -", "q@1.0.0 1.0.0 -", "q@1.2.0 1.2.0 -"],
    ],
    ["by nothing", one, ["default 1.0.0 -"]],
  ])("%s", async (_, suite, targets) => {
    const loaded = await load(suite);
    expect(
      loaded?.targets.map(({ name, version, model = "-" }) => `${name} ${version} ${model}`),
    ).toEqual(targets);
  });

  test("by contexts, where a case does not say where it happens", async () => {
    const loaded = await load(
      `${one}context: { inputs: { outer: { v: 1 } } }\nmatrix: { context: [{ project: shop/web }, { namespace: shop, inputs: { i: { v: 2 } } }] }\n`,
    );
    expect(
      loaded?.cases.map(({ id, context: { project = null, namespace = null, inputs } }) => {
        return [id, project, namespace, inputs];
      }),
    ).toEqual([
      ["a@shop-web", "shop/web", null, { outer: { v: 1 } }],
      ["a@shop", null, "shop", { i: { v: 2 } }],
      ["b", "own", null, { outer: { v: 1 } }],
      ["c@shop-web", "shop/web", null, { k: { v: 1 } }],
      ["c@shop", null, "shop", { k: { v: 1 } }],
    ]);
  });
});

test.each<[name: string, suite: string, errors: readonly string[]]>([
  [
    "two values of one name",
    `${one}matrix: { version: [1.0.0, ^1.0.0] }\n`,
    [
      'a.suite.yml:3:28 EVAL_MATRIX_INVALID two values are called "1.0.0" (write a map from names to values instead of a list)',
    ],
  ],
  [
    "a value without a name",
    `${one}matrix: { version: ["*"] }\n`,
    [
      "a.suite.yml:3:21 EVAL_MATRIX_INVALID the value makes no name (write a map from names to values instead of a list)",
    ],
  ],
  [
    "a version that there is not, at its place",
    `${one}matrix: { version: [1.0.0, 3.0.0] }\n`,
    [
      'a.suite.yml:3:28 FLOW_VERSION_NOT_FOUND no version of the flow "helper" satisfies "3.0.0" (there is 1.0.0, 1.2.0; write for instance version: 1.2.0)',
    ],
  ],
  [
    "a version, and a matrix of them",
    "suite: one\ntarget: { flow: helper, version: 1.0.0 }\nmatrix: { version: [1.2.0] }\n",
    [
      "a.suite.yml:2:34 EVAL_MATRIX_INVALID the target and the matrix both name versions (leave the version of the target out)",
    ],
  ],
  [
    "versions of a file",
    "suite: one\ntarget: { flow: flows/helper/1.0.0.yml }\nmatrix: { version: [1.2.0] }\n",
    [
      "a.suite.yml:2:17 EVAL_MATRIX_INVALID the target is a file, which has no versions to choose from (name the flow by its reference, or leave `version` out of the matrix)",
    ],
  ],
  [
    "a model, and a matrix of them",
    "suite: one\ntarget: { flow: helper, model: m }\nmatrix: { model: [n] }\n",
    [
      "a.suite.yml:2:32 EVAL_MATRIX_INVALID the target and the matrix both name models (leave the model of the target out)",
    ],
  ],
  [
    "an unknown axis",
    `${one}matrix: { versions: [1.0.0] }\n`,
    ['a.suite.yml:3:11 EVAL_SUITE_INVALID unknown key "versions" (did you mean "version"?)'],
  ],
  [
    "too many values",
    `${one}matrix: { model: [${Array.from({ length: 51 }, (_, index) => `m${index}`).join(", ")}] }\n`,
    [
      "a.suite.yml:3:18 EVAL_MATRIX_INVALID there are 51 values; at most 50 are allowed (split the suite)",
    ],
  ],
])("%s", async (_, suite, errors) => {
  expect(await loadErrors({ "a.suite.yml": suite + cases })).toEqual(errors);
});
