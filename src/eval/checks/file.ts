import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import { answerTerms, type AnswerTerm } from "../check/answer-terms.ts";
import { blank } from "../check/blank.ts";
import type { Check, Finding } from "../check/check.ts";
import type { FakeView } from "../check/fake-view.ts";
import { listOf } from "../check/list-of.ts";
import { textsSchema } from "../check/text-list.ts";

const before = { files: { "src/sum.js": "return a - b;\n", "README.md": "# Sum\n" } };
const now = {
  files: { "src/sum.js": "return a + b;\n", "README.md": "# Sum\n", "package.json": '{"v": 2}' },
};

export const file: Check = {
  id: "file",
  docs: {
    summary: "requires something of a file of the fake workspace",
    rationale:
      "What an agent says that it wrote and what it wrote are two things. The file is looked at as it is in the end, or after a turn. `contains`, `word`, `not_contains`, `equals`, `regex` and `json_schema` ask what they ask of an answer; `exists: false` wants it gone, `unchanged: true` wants it as it was before. Without any of them the file must exist. `file: some/path` is short for that.",
  },
  schema: {
    anyOf: [
      { type: "string", minLength: 1, description: "Path of a file that exists." },
      {
        type: "object",
        additionalProperties: false,
        required: ["path"],
        properties: {
          path: { type: "string", minLength: 1, description: "Path in the workspace." },
          exists: { type: "boolean", description: "Whether there is such a file." },
          unchanged: { const: true, description: "The file is as it was before the trial." },
          contains: textsSchema("The file has each of these texts."),
          word: textsSchema("The file has each of these words, standing by itself."),
          not_contains: textsSchema("The file has none of these texts."),
          equals: {
            type: "string",
            description: "The file is this text, but for space at its ends.",
          },
          regex: { type: "string", description: "A part of the file matches (RE2 syntax)." },
          json_schema: { type: "object", description: "The file is JSON that is valid by this." },
        },
      },
    ],
  },
  examples: [
    {
      trial: { fakes: { workspace: { before, now } } },
      passes: [
        "src/sum.js",
        "./src/sum.js",
        { path: "src/sum.js", contains: "a + b", not_contains: "a - b" },
        { path: "src/sum.js", regex: "a \\+ b" },
        { path: "src/sum.js", equals: "return a + b;" },
        { path: "README.md", unchanged: true },
        { path: "package.json", json_schema: { required: ["v"] } },
        { path: "LICENSE", exists: false },
        { path: "LICENSE", unchanged: true },
      ],
      fails: [
        "LICENSE",
        "toString",
        { path: "src/sum.js", contains: ["a + b", "c"] },
        { path: "src/sum.js", not_contains: "return" },
        { path: "src/sum.js", unchanged: true },
        { path: "package.json", unchanged: true },
        { path: "package.json", json_schema: { required: ["w"] } },
        { path: "src/sum.js", exists: false },
        { path: "LICENSE", contains: "MIT" },
      ],
    },
    // With nothing to look at, nothing holds.
    {
      trial: {},
      passes: [],
      fails: [
        { path: "LICENSE", exists: false },
        { path: "LICENSE", unchanged: true },
      ],
    },
  ],
  refused: [
    { path: "src/sum.js", exists: false, contains: "a" },
    { path: "src/sum.js", regex: "(" },
    { path: "src/sum.js", contains: "" },
    { path: "src/sum.js", regex: "(?s).*" },
  ],
  problems(_, { fakes }) {
    if (fakes.has("workspace")) return [];
    return [
      {
        code: "EVAL_CHECK_INVALID",
        path: [],
        message: "the case has no fake workspace",
        hint: "give it files under `fakes: { workspace: { files: … } }`",
      },
    ];
  },
  prepare(value, reader) {
    const fields: JsonObject = isJsonObject(value) ? value : { path: value };
    const { path: written, exists, unchanged, ...asked } = fields;
    const path = typeof written === "string" ? written.replace(/^(?:\.?\/)+/u, "") : "";
    const isGone = exists === false;
    if (isGone && (unchanged === true || Object.keys(asked).length > 0)) {
      reader.invalid(["exists"], "a file that is not there has no text", "remove one of the two");
      return undefined;
    }
    const terms: AnswerTerm[] = [];
    for (const [key, wanted] of Object.entries(asked)) {
      if (key !== "json_schema" && someBlank(wanted)) {
        reader.nothingToCheck([key], `the text of \`${key}\` is empty`);
        continue;
      }
      terms.push(...(answerTerms[key]?.(wanted, [key], reader) ?? []));
    }
    if (terms.length === 0 && Object.keys(asked).length > 0) return undefined;
    return {
      type: "decidable",
      assess({ fakes }) {
        const view = fakes?.workspace;
        if (view === undefined)
          return { pass: false, message: "expected a fake workspace, the case has none" };
        const text = textOf(view.now, path);
        if (isGone) return goneFinding(path, text);
        if (unchanged === true && text !== textOf(view.before, path)) {
          return {
            pass: false,
            message: `expected ${path} to be as before, ${changeOf(view, path)}`,
          };
        }
        if (unchanged === true && terms.length === 0) {
          return { pass: true, message: `${path} is as before` };
        }
        if (text === undefined) return { pass: false, message: missing(path, view) };
        return termsFinding(path, text, terms);
      },
    };
  },
};

function termsFinding(path: string, text: string, terms: readonly AnswerTerm[]): Finding {
  const broken = terms.filter((term) => term.broken(text) !== undefined);
  if (broken.length === 0) {
    const held = terms.map(({ wanted }) => wanted);
    return { pass: true, message: `${path} ${held.length === 0 ? "exists" : held.join("; ")}` };
  }
  return {
    pass: false,
    message: `expected that ${path} ${broken.map(({ wanted }) => wanted).join("; ")}`,
    details: `${path} is:\n${clip(text, 2000)}`,
  };
}

function goneFinding(path: string, text: string | undefined): Finding {
  return text === undefined
    ? { pass: true, message: `there is no ${path}` }
    : { pass: false, message: `expected no file ${path}, but there is one` };
}

function textOf(state: JsonObject, path: string): string | undefined {
  const files = state["files"];
  if (!isJsonObject(files) || !Object.hasOwn(files, path)) return undefined;
  const text = files[path];
  return typeof text === "string" ? text : undefined;
}

function changeOf(view: FakeView, path: string): string {
  if (textOf(view.before, path) === undefined) return "but it was made";
  return textOf(view.now, path) === undefined ? "but it is gone" : "but it was changed";
}

function missing(path: string, view: FakeView): string {
  const files = view.now["files"];
  const count = isJsonObject(files) ? Object.keys(files).length : 0;
  return `expected a file ${path}, there is none among the ${count} of the workspace`;
}

function someBlank(wanted: JsonValue): boolean {
  return blank(wanted) || listOf(wanted).some(blank);
}
