import { expect, test } from "vitest";
import { ServedNames } from "./served-names.ts";

test("who answered is kept by role, each once and sorted", () => {
  const names = new ServedNames();
  for (const servedModel of ["m-2", "m-1", "m-2"]) names.add("agent", "openai/m", { servedModel });
  names.add("judge", "openai/j", { servedModel: "j" });
  expect(names.record()).toEqual({ servedModels: { agent: ["m-1", "m-2"], judge: ["j"] } });
});

test("scripts have no versions", () => {
  const names = new ServedNames();
  names.add("agent", "script/a.yml", { servedModel: "script/a" });
  expect(names.record()).toEqual({});
});
