import { expect, test } from "vitest";
import type { ModelCalled, RunEvent } from "./index.ts";
import { withWholeTexts } from "./whole-texts.ts";

const text = "a long text";
const key = { suite: "s", case: "c", target: "default", trial: 0 };

function called(system: ModelCalled["request"]["system"]): RunEvent {
  const request = { keep: 0, add: [], ...(system !== undefined && { system }) };
  return { ...key, type: "model_called", role: "agent", component: "a", model: "m", request };
}

test("texts come back where they were, and what kept them goes", () => {
  const events: RunEvent[] = [
    { type: "text_kept", id: "1", text },
    called([{ kept: "1" }, { text: "short" }]),
    called(undefined),
  ];
  expect(withWholeTexts(events)).toEqual([
    called([{ text }, { text: "short" }]),
    called(undefined),
  ]);
});

test("a text that is not there stays an id", () => {
  expect(withWholeTexts([called([{ kept: "1" }])])).toEqual([called([{ kept: "1" }])]);
});
