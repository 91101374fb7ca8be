import { expect, test } from "vitest";
import { statesAbsence } from "./states-absence.ts";

test.each([
  "The answer does not name a user",
  "The answer doesn't offer to create an issue",
  "The answer doesn’t list issues and merge requests",
  "No issue is created",
  "The agent never asks back",
  "The answer avoids advice about menus",
  "Neither of the two epics is mentioned",
  "The answer names no user",
  "The answer contains no table",
  "The answer is free of greetings",
  "The answer is empty",
  "The tool calls do not include create_issue",
  "The agent fails to find the issue",
  "Nothing is written to the repository",
  "The answer leaves out the description",
  "The answer does not say which user it was",
])("%s", (criterion) => {
  expect(statesAbsence(criterion)).toBe(true);
});

test.each([
  "The answer says that there are 42 open issues",
  "The note is posted on the issue",
  "The answer knows the project",
  "Another tool is named",
  "The answer says that the project is not archived",
  "The answer tells the user that it cannot create issues",
  "The answer refuses to name the user and never guesses",
  "The query is shown without a code fence",
  "The answer names the author but not the assignee",
  "The answer does not give a number but says where to find it",
  "The answer does not name the author and lists all reviewers",
  "The answer lists not only issues but also epics",
  "The answer lists no more than three issues",
  "The agent explains why it is not possible",
  "The answer asks which project is meant instead of guessing none",
  "Die Antwort nennt keinen Namen",
])("%s: something must be there", (criterion) => {
  expect(statesAbsence(criterion)).toBe(false);
});
