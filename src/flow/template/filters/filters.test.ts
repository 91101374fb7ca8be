import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expectTemplate } from "../../../../fixtures/templates/expect-template.ts";
import type { Filter } from "../callable/callable.ts";
import { vocabularies } from "../vocabulary.ts";
import * as barrel from "./index.ts";

// The names that Jinja2 3.1 has, and the two that the service adds.
const names =
  "abs attr batch capitalize center count d default dictsort e escape filesizeformat first float " +
  "forceescape format groupby indent int items join last length list lower map max min parse_json " +
  "pprint random reject rejectattr replace reverse round safe select selectattr slice sort split " +
  "string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap " +
  "xmlattr";

test("every filter of the service is there, and no other", () => {
  expect([...vocabularies.service.filters.keys()].join(" ")).toBe(names);
});

test("the first pass over a chat prompt goes without the service's own", () => {
  const missing = names.split(" ").filter((name) => !vocabularies["chat-partial"].hasFilter(name));
  expect(missing).toEqual(["parse_json", "split"]);
});

test("every file of the folder is exported from its index", () => {
  const index = readFileSync(join(import.meta.dirname, "index.ts"), "utf8");
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/(?:test|index)\.ts$/.test(file),
  );
  expect(files.filter((file) => !index.includes(`"./${file}"`))).toEqual([]);
});

const filters: readonly Filter[] = Object.values(barrel);

describe.each(filters)("$id", ({ id, aliases = [], docs }) => {
  test("is described", () => {
    expect(docs.summary).toMatch(/^[a-z].*[^.]$/);
  });

  test.each(docs.examples)("$template", (example) => {
    const use = new RegExp(`\\|(?:${[id, ...aliases].join("|")})\\b`);
    expect(example.template).toMatch(use);
    expectTemplate(example);
  });
});
