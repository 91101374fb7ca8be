import { expect, test } from "vitest";
import { explainRule } from "../../src/lint/page/index.ts";
import { rules } from "../../src/lint/rules/index.ts";
import { rulePages } from "./rule-pages.ts";

const pages = new Map(rulePages().map(({ path, text }) => [path, text]));

function headings(page: string): readonly string[] {
  return [...(pages.get(page) ?? "").matchAll(/^### (.+)$/gm)].map(([, id]) => id ?? "");
}

test("the index has a row for every rule, and no other", () => {
  const rows = (pages.get("docs/rules/README.md") ?? "").matchAll(/^\| \[([a-z-]+)\]/gm);
  expect([...rows].map(([, id]) => id)).toEqual(rules.ids);
});

test("the index marks the rules whose pages show a repair", () => {
  const rows = (pages.get("docs/rules/README.md") ?? "").matchAll(/^\| \[([a-z-]+)\].*\| ✓ \|/gm);
  const marked = [...rows].map(([, id]) => id);
  const repaired = rules.ids.filter((id) => explainRule(id)?.includes("`--fix` makes of it:"));
  expect(marked).toEqual(repaired);
});

test("the page of the service has a section for every rule of it, and no other", () => {
  const service = rules.all().filter(({ origin }) => origin === "service");
  expect(headings("docs/rules/service.md").toSorted()).toEqual(service.map(({ id }) => id));
});

test("its sections stand in the order in which the service gets to them", () => {
  const ids = headings("docs/rules/service.md");
  const order = [
    "yaml-syntax",
    "flow-shape",
    "prompt-safety",
    "response-schema-definition",
    "router-condition",
  ];
  expect(ids.filter((id) => order.includes(id))).toEqual(order);
});

test("links of the index and of the table of contents lead to sections", () => {
  for (const [path, text] of pages) {
    const targets = [...text.matchAll(/\]\((service\.md)?#([a-z-]+)\)/g)].map(
      ([, , id]) => id ?? "",
    );
    expect(path.endsWith(".md")).toBe(true);
    expect(targets.filter((id) => !headings("docs/rules/service.md").includes(id))).toEqual([]);
  }
});

test("every other rule has a page of its own", () => {
  const others = rules.all().filter(({ origin }) => origin !== "service");
  const own = others.map(({ id }) => `docs/rules/${id}.md`);
  expect([...pages.keys()].toSorted()).toEqual(
    ["docs/rules/README.md", "docs/rules/service.md", ...own].toSorted(),
  );
});
