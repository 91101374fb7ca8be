import { describe, expect, test } from "vitest";
import { loadErrors, loadLab } from "../../../../fixtures/eval/load-lab.ts";
import type { JsonObject } from "../../../core/json.ts";

const head = "suite: one\ntarget: { flow: helper, version: 1.0.0 }\n";
const csv = `${head}cases_file: a.csv\n`;
const jsonl = `${head}cases_file: a.jsonl\n`;

/** The sources of all cases. */
async function casesOf(suite: string, file: Readonly<Record<string, string>>) {
  const [loaded] = await loadLab({ "a.suite.yml": suite, ...file });
  return loaded?.cases.map(({ source }) => source);
}

describe("columns are named after the parts of a case", () => {
  test.each<[name: string, table: string, expected: readonly JsonObject[]]>([
    [
      "texts stay texts where a case may have one",
      "id,ask,expect.answer.word\na,How many?,42\n",
      [{ id: "a", ask: "How many?", expect: [{ answer: { word: "42" } }] }],
    ],
    [
      "what cannot be a text is read as JSON",
      "id,ask,trials,require,critical,limits.max_seconds,expect.max_replies,expect.called.tool,expect.called.times\na,x,3,2,true,1.5,4,get_issue,2\n",
      [
        {
          id: "a",
          ask: "x",
          trials: 3,
          require: 2,
          critical: true,
          limits: { max_seconds: 1.5 },
          expect: [{ max_replies: 4 }, { called: { tool: "get_issue", times: 2 } }],
        },
      ],
    ],
    [
      "tags by semicolons or commas",
      'id,ask,tags,expect.answer\na,x,smoke; slow,y\nb,x,"p,q",y\n',
      [
        { id: "a", ask: "x", tags: ["smoke", "slow"], expect: [{ answer: "y" }] },
        { id: "b", ask: "x", tags: ["p", "q"], expect: [{ answer: "y" }] },
      ],
    ],
    [
      "an empty cell is not there",
      "id,ask,tags,expect.answer,expect.not_called\na,x,,y,\nb,x,,,get_issue\n",
      [
        { id: "a", ask: "x", expect: [{ answer: "y" }] },
        { id: "b", ask: "x", expect: [{ not_called: "get_issue" }] },
      ],
    ],
    [
      "a column that ends in :json is JSON",
      'id,ask,expect:json,tools.get_issue.args.issue_iid:json,tools.get_issue.returns\na,x,"[{""answer"": ""y""}]",7,ok\n',
      [
        {
          id: "a",
          ask: "x",
          expect: [{ answer: "y" }],
          tools: { get_issue: { args: { issue_iid: 7 }, returns: "ok" } },
        },
      ],
    ],
    [
      "quotes, line breaks, empty lines, a byte order mark and spaces in the header",
      '\uFEFFid , ask,expect.answer\n\n"a","two\nlines, ""quoted""",y\r\n',
      [{ id: "a", ask: 'two\nlines, "quoted"', expect: [{ answer: "y" }] }],
    ],
  ])("%s", async (_, table, expected) => {
    expect(await casesOf(csv, { "a.csv": table })).toEqual(expected);
  });

  test("a line of JSON is a case, and may have paths as keys", async () => {
    const text = `{"id": "a", "ask": "x", "trials": 2, "tags": ["t"], "expect": [{"answer": "y"}]}

{"id": "b", "ask": "x", "expect.answer.word": "42", "context.project": 7, "human": null}
`;
    expect(await casesOf(jsonl, { "a.jsonl": text })).toEqual([
      { id: "a", ask: "x", trials: 2, tags: ["t"], expect: [{ answer: "y" }] },
      { id: "b", ask: "x", expect: [{ answer: { word: "42" } }], context: { project: 7 } },
    ]);
  });

  test("keys that objects have from elsewhere are keys", async () => {
    const text = '{"id": "a", "ask": "x", "expect.answer": "y", "__proto__.polluted": 1}\n';
    expect(await loadErrors({ "a.suite.yml": jsonl, "a.jsonl": text })).toEqual([
      expect.stringContaining('a.jsonl:1:47 EVAL_SUITE_INVALID unknown key "__proto__"'),
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("a template says what becomes of a row", () => {
  const rows = {
    "a.csv": 'who,count,extra,a b\nshop/web,42,,"{{ args.q }}"\nshop/api,7,true,z\n',
  };
  test.each<[name: string, template: string, expected: JsonObject]>([
    ["text around", "ask: Of {{ row.who }}?", { ask: "Of shop/web?" }],
    ["nothing but a cell", 'ask: x\n  trials: "{{ row.count }}"', { ask: "x", trials: 42 }],
    ["a cell that is text", 'ask: "{{row.count}}"', { ask: "42" }],
    ["a name with a space", `ask: '-{{ row["a b"] }}-'`, { ask: "-{{ args.q }}-" }],
    ["an empty cell", 'ask: x\n  critical: "{{ row.extra }}"', { ask: "x" }],
    ["an empty cell within a text", "ask: x{{ row.extra }}y", { ask: "xy" }],
    [
      "other templates stay",
      'ask: x\n  tools: { get_issue: { returns: "{{ args.issue_iid }} of {{ row.who }}" } }',
      { ask: "x", tools: { get_issue: { returns: "{{ args.issue_iid }} of shop/web" } } },
    ],
    [
      "a cell is never a template of a mock",
      `ask: x\n  tools: { get_issue: { returns: '{{ row["a b"] }}' } }`,
      { ask: "x", tools: { get_issue: { returns: '{{ "{{" }} args.q }}' } } },
    ],
  ])("%s", async (_, template, expected) => {
    const suite = `${csv}case_template:\n  id: case-{{ row.count }}\n  expect: [answer: y]\n  ${template}\n`;
    const [first] = (await casesOf(suite, rows)) ?? [];
    expect(first).toEqual({ id: "case-42", expect: [{ answer: "y" }], ...expected });
  });

  test("a check whose cells are all empty goes away, and places stay right", async () => {
    const suite = `${csv}case_template:
  id: "{{ row.id }}"
  ask: x
  expect:
    - answer: { word: "{{ row.word }}" }
    - max_replies: "{{ row.most }}"
`;
    expect(await casesOf(suite, { "a.csv": "id,word,most\na,42,\nb,,2\n" })).toEqual([
      { id: "a", ask: "x", expect: [{ answer: { word: "42" } }] },
      { id: "b", ask: "x", expect: [{ max_replies: 2 }] },
    ]);
    expect(
      await loadErrors({ "a.suite.yml": suite, "a.csv": "id,word,most\na,42,2\nb,,none\n" }),
    ).toEqual(['a.csv:3 EVAL_SUITE_INVALID "max_replies" has to be a whole number, not "none"']);
  });
});

describe("what is wrong is told where it is", () => {
  const row = '{"id": "a", "ask": "x", "expect.answer": "y"}';
  const cases: readonly (readonly [
    name: string,
    suite: string,
    file: Readonly<Record<string, string>>,
    errors: readonly string[],
  ])[] = [
    [
      "no file",
      csv,
      {},
      [
        "a.suite.yml:3:13 EVAL_CASES_FILE there is no file of cases a.csv (the path is relative to the suite's folder: a.csv was looked for)",
      ],
    ],
    [
      "another extension",
      `${head}cases_file: [a.xlsx]\n`,
      {},
      [
        "a.suite.yml:3:14 EVAL_CASES_FILE a.xlsx is no file of cases (its name ends in .csv, .jsonl, .ndjson)",
      ],
    ],
    [
      "no row",
      csv,
      { "a.csv": "id,ask\n" },
      ["a.csv EVAL_CASES_FILE the file has no row (each row becomes a case)"],
    ],
    [
      "a quote that is not closed",
      csv,
      { "a.csv": 'id,ask\na,"x\n' },
      [
        'a.csv:2 EVAL_CASES_FILE the file is not CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2 (a cell with a comma, a quote or a line break stands in quotes, with "" for a quote)',
      ],
    ],
    [
      "too many cells, after a row of two lines",
      csv,
      { "a.csv": 'id,ask,expect.answer\na,"x\ny",z\nb,x,y,z\n' },
      [
        'a.csv:4 EVAL_CASES_FILE the row has 4 cells, the header 3 (a cell with a comma stands in quotes: "a, b")',
      ],
    ],
    [
      "a column twice, and one without a name",
      `${head}cases_file: [a.csv, b.csv]\n`,
      { "a.csv": "id,ask,ask:json\na,x,1\n", "b.csv": "id,,ask\na,x,y\n" },
      [
        'a.csv:1 EVAL_CASES_FILE there are two columns "ask" (give each column a name of its own)',
        "b.csv:1 EVAL_CASES_FILE column 2 has no name (give each column a name of its own)",
      ],
    ],
    [
      "a cell that is no JSON",
      csv,
      { "a.csv": "id,ask,expect:json\na,x,[answer\n" },
      [
        'a.csv:2 EVAL_CASES_FILE the cell of "expect:json" is not JSON: [answer (write a text as "text", or the column without :json)',
      ],
    ],
    [
      "an unknown column is told once, at the header",
      csv,
      { "a.csv": "id,ask,expect.answer,expect.answr\na,x,y,z\nb,x,y,z\n" },
      ['a.csv:1 EVAL_SUITE_INVALID unknown key "answr" (did you mean "answer"?)'],
    ],
    [
      "a whole and a part of it",
      csv,
      { "a.csv": "id,ask,expect.answer,expect.answer.word\na,x,y,z\n" },
      [
        'a.csv:2 EVAL_CASES_FILE two columns say what "expect.answer.word" is (keep the one that names the whole, or those that name its parts)',
      ],
    ],
    [
      "no JSON, and no object",
      jsonl,
      { "a.jsonl": `${row}\n{"id": }\n[1]\n` },
      ["a.jsonl:2", "a.jsonl:3"].map(
        (place, index) =>
          `${place} EVAL_CASES_FILE the line is not ${["JSON", "a JSON object"][index]} (write one object a line: {"id": "one", "ask": "…", "expect.answer.word": "42"})`,
      ),
    ],
    [
      "an id twice, also beside the suite's own",
      `${jsonl}cases: [{ id: a, ask: x, expect: [answer: y] }]\n`,
      { "a.jsonl": `${row}\n` },
      [
        'a.jsonl:1 EVAL_DUPLICATE_CASE the suite already has a case "a" (the other is at a.suite.yml:4:15)',
      ],
    ],
    [
      "a value that does not fit, in its column",
      jsonl,
      { "a.jsonl": '{"id": "a", "ask": "x", "expect.answer": "y", "trials": 0}\n' },
      ['a.jsonl:1:57 EVAL_SUITE_INVALID "trials" has to be at least 1, not 0'],
    ],
    [
      "nothing to check",
      csv,
      { "a.csv": "id,ask\na,x\n" },
      [
        'a.csv:2 EVAL_NOTHING_TO_CHECK case "a" has nothing to check (say what must hold under `expect`)',
      ],
    ],
    [
      "an unknown tool in a row",
      csv,
      { "a.csv": "id,ask,expect.called\na,x,get_isue\n" },
      ['a.csv:2 TOOL_UNKNOWN called: there is no tool "get_isue" (did you mean "get_issue"?)'],
    ],
    [
      "a template that asks for a column that there is not",
      `${csv}case_template: { id: "{{ row.name }}", ask: "{{ row.id | upper }}", expect: [answr: y] }\n`,
      { "a.csv": "id,nam\na,b\nc,d\n" },
      [
        'a.suite.yml:4:22 EVAL_CASES_FILE no row has a column "name" (did you mean "nam"?)',
        'a.suite.yml:4:45 EVAL_CASES_FILE only the value of a column can stand here, not {{ row.id | upper }} (write {{ row.column }}, or {{ row["a column"] }})',
      ],
    ],
    [
      "a template that says something wrong of every row",
      `${csv}case_template: { ask: "{{ row.id }}", expect: [answr: y] }\n`,
      { "a.csv": "id,nam\na,b\nc,d\n" },
      [
        'a.suite.yml:4:16 EVAL_SUITE_INVALID the case needs the key "id"',
        'a.suite.yml:4:48 EVAL_SUITE_INVALID unknown key "answr" (did you mean "answer"?)',
      ],
    ],
    [
      "a template without rows",
      `${head}case_template: { id: a }\ncases: [{ id: a, ask: x, expect: [answer: y] }]\n`,
      {},
      [
        "a.suite.yml:3:1 EVAL_CASES_FILE there is a template for rows, and no file that has any (name one with `cases_file`, or write the cases under `cases`)",
      ],
    ],
    [
      "no cases at all",
      head,
      {},
      [
        "a.suite.yml:1:1 EVAL_SUITE_INVALID the suite has no cases (write them under `cases`, or name a file of them with `cases_file`)",
      ],
    ],
  ];
  test.each(cases)("%s", async (_, suite, file, errors) => {
    expect(await loadErrors({ "a.suite.yml": suite, ...file })).toEqual(errors);
  });

  test("of many mistakes some are shown, and the others counted", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `c${index},x,get_isue\n`);
    const errors = await loadErrors({
      "a.suite.yml": csv,
      "a.csv": `id,ask,expect.called\n${rows.join("")}`,
    });
    expect(errors).toHaveLength(21);
    expect(errors.at(-1)).toBe("a.csv EVAL_CASES_FILE 30 more mistakes are in this file");
  });

  test("more rows than anybody reads", async () => {
    const rows = "\n{}".repeat(10_001);
    expect(await loadErrors({ "a.suite.yml": jsonl, "a.jsonl": rows })).toEqual([
      "a.jsonl EVAL_CASES_FILE the file has more than 10000 rows (split the suite, or sample the file before)",
    ]);
  });
});

test("the files that a suite was read from are known", async () => {
  const [suite] = await loadLab({
    "a.suite.yml": `${csv}script: s.script.yml\ntools: { get_issue: { returns_file: r.json } }\n`,
    "a.csv": "id,ask,expect.answer\na,x,y\n",
    "s.script.yml": "script: s\nreplies: []\n",
    "r.json": "{}",
  });
  expect(suite?.inputs).toEqual([
    { path: "/work-folder/a.csv", kind: "cases" },
    { path: "/work-folder/a.suite.yml", kind: "suite" },
    { path: "/work-folder/flows/helper/1.0.0.yml", kind: "flow" },
    { path: "/work-folder/r.json", kind: "mock" },
    { path: "/work-folder/s.script.yml", kind: "script" },
  ]);
  expect(suite?.cases[0]?.place).toEqual({ file: "a.csv", line: 2 });
});
