import { expect, test } from "vitest";
import { modelSettings } from "./model-settings.ts";

test.each([
  ["160/8h", "openai/any", ["160/8h"]],
  ["openai/a=b=50/min", "openai/a=b", ["50/min"]],
  ["claude-x=50/min", "openai/any", []],
])("--rate %s holds for %s: %j", (rate, model, rates) => {
  const settings = modelSettings({ rate: [rate] });
  expect(settings.rates(model).map(({ text }) => text)).toEqual(rates);
});

test.each(["=50/min", " =50/min"])("--rate %j would hold for nothing, and is refused", (rate) => {
  expect(() => modelSettings({ rate: [rate] })).toThrow(/names no model before its "="/);
});
