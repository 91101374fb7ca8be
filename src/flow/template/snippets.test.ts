import { describe, expect, test } from "vitest";
import { expectTemplate } from "../../../fixtures/templates/expect-template.ts";
import { grammarVariables } from "../../../fixtures/templates/grammar-words.ts";
import { readSnippets, snippetFiles } from "../../../fixtures/templates/snippets.ts";
import { templateVariables } from "./template-variables.ts";

// Recorded from Jinja2; the soak test asks it again.
describe.each(snippetFiles)("%s", (file) => {
  const snippets = readSnippets(file);

  test.each(snippets)("$template", (snippet) => {
    const { variables = grammarVariables, files, pass } = snippet;
    const options = { files: (name: string) => files?.[name], pass };
    expect.hasAssertions();
    expectTemplate({ ...snippet, variables }, options);
  });

  const alone = snippets.filter(({ template, pass, undeclared }) => {
    return (
      undeclared !== undefined && pass === undefined && !/include|extends|import/.test(template)
    );
  });

  if (alone.length === 0) return;
  test("the variables of all of them", () => {
    for (const { template, undeclared } of alone) {
      expect({ template, names: templateVariables(template) }).toEqual({
        template,
        names: undeclared,
      });
    }
  });
});
