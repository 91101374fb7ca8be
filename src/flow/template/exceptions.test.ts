import { expect, test } from "vitest";
import { templateExceptions } from "../../../fixtures/templates/exceptions.ts";
import { outcomeOf } from "../../../fixtures/templates/expect-template.ts";
import { grammarVariables } from "../../../fixtures/templates/grammar-words.ts";
import { renderTemplate } from "./index.ts";

test("there are at most ten, each with its reason", () => {
  const ids = templateExceptions.map(({ id }) => id);
  expect(ids.length).toBeLessThanOrEqual(10);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(templateExceptions.filter(({ reason }) => reason.length < 30)).toEqual([]);
});

// What Jinja2 does with the same templates is looked at in the soak test.
test.each(templateExceptions)("$id", ({ template, ours }) => {
  const { output, error } = outcomeOf(() => renderTemplate(template, grammarVariables));
  expect(output ?? error).toMatch(ours);
});
