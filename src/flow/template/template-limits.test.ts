import { describe, expect, test } from "vitest";
import type { Clock } from "../../core/clock.ts";
import { renderTemplate, TemplateError, templateVariables, type TemplateOptions } from "./index.ts";

const range = Array.from({ length: 100 }, (_, index) => index);
const variables = { l: range, s: "hello World", d: { a: 1 } };

function repeat(...parts: readonly (readonly [string, number])[]): string {
  return parts.map(([text, count]) => text.repeat(count)).join("");
}

describe("a limit ends the work", () => {
  test.each<[string, string, TemplateOptions["limits"], string]>([
    [
      "maxSteps",
      "{% for a in l %}{% for b in l %}x{% endfor %}{% endfor %}",
      { maxSteps: 1000 },
      "steps",
    ],
    ["maxOutput", "{% for a in l %}0123456789{% endfor %}", { maxOutput: 500 }, "500 characters"],
    ["maxOutput of a value", "{{ 'x'|center(501)|length }}", { maxOutput: 500 }, "500 characters"],
    [
      "maxText",
      "{% for a in l %}{% set x = 'x'|center(100) %}{% endfor %}",
      { maxText: 5000 },
      "5000 characters in all",
    ],
    [
      "maxDepth of brackets",
      repeat(["{{ ", 1], ["(", 20], ["1", 1], [")", 20], [" }}", 1]),
      { maxDepth: 15 },
      "15 deep",
    ],
    [
      "maxDepth of chains",
      repeat(["{{ a", 1], [".b", 20], [" }}", 1]),
      { maxDepth: 15 },
      "15 deep",
    ],
    [
      "maxDepth of tags",
      repeat(["{% if l %}", 20], ["{% endif %}", 20]),
      { maxDepth: 15 },
      "15 deep",
    ],
    ["maxIncludes", "{% include 'self' %}", { maxIncludes: 5 }, "5 deep"],
    ["maxSource", "0123456789", { maxSource: 9 }, "9 characters"],
    ["maxTokens", "{{ a }}{{ b }}", { maxTokens: 5 }, "5 tokens"],
  ])("%s", (_name, template, limits, message) => {
    const files = (): string => "{% include 'self' %}";
    const render = (): string => renderTemplate(template, variables, { limits, files });
    expect(render).toThrow(
      expect.objectContaining({ code: "TEMPLATE_LIMIT", pythonType: undefined }),
    );
    expect(render).toThrow(message);
    // The same work is done where the limit leaves room for it.
    if (!template.includes("include")) {
      expect(renderOrError(template, { files })).not.toBe("TEMPLATE_LIMIT");
    }
  });

  test("maxMilliseconds, by the clock that is passed in", () => {
    let now = 0;
    const clock: Clock = {
      now: () => now,
      monotonic: () => (now += 10),
      sleep: () => Promise.resolve(),
    };
    const template =
      "{% for a in l %}{% for b in l %}{% for c in l %}{% endfor %}{% endfor %}{% endfor %}";
    const limits = { maxMilliseconds: 50 };
    expect(() => renderTemplate(template, variables, { limits, clock })).toThrow(
      "longer than 50 ms",
    );
    expect(renderTemplate(template, variables, { limits })).toBe("");
  });

  test("the variables of a template are found within the same limits", () => {
    const template = repeat(["{{ ", 1], ["(", 300], ["1", 1], [")", 300], [" }}", 1]);
    expect(() => templateVariables(template)).toThrow(
      expect.objectContaining({ code: "TEMPLATE_LIMIT" }),
    );
  });

  test("every rendering has limits of its own", () => {
    const template = "{% for a in l %}x{% endfor %}";
    const limits = { maxSteps: 1000 };
    const render = (): string => renderTemplate(template, variables, { limits });
    expect([render(), render(), render()]).toEqual([render(), render(), render()]);
  });
});

function renderOrError(template: string, options: TemplateOptions = {}): string {
  try {
    return renderTemplate(template, variables, options);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.code;
  }
}
