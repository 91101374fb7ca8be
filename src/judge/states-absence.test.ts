import { expect, test } from "vitest";
import { statesAbsence } from "./states-absence.ts";

test.each([
  "The answer does not name a user",
  "The answer doesn't offer to create an issue",
  "No issue is created",
  "The query is shown without a code fence",
  "The agent never asks back",
  "The answer avoids advice about menus",
  "Neither of the two epics is mentioned",
])("%s", (criterion) => {
  expect(statesAbsence(criterion)).toBe(true);
});

test.each([
  "The answer says that there are 42 open issues",
  "The note is posted on the issue",
  "The answer knows the project",
  "Another tool is named",
])("%s: something must be there", (criterion) => {
  expect(statesAbsence(criterion)).toBe(false);
});
