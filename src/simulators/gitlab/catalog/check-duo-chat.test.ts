import { expect, test } from "vitest";
import { loadCatalog } from "./load-catalog.ts";

/** What is wrong with a catalog of one file. */
async function problems(...texts: readonly string[]): Promise<unknown> {
  const files = {
    list: async () => Promise.resolve(texts.map((_, at) => `${at}.yml`)),
    read: async (path: string) => Promise.resolve(texts[Number(path.at(-5))]),
    realPath: undefined,
  };
  try {
    return await loadCatalog("shop", files);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const users = "users: [{ username: mia }]\n";

test.each([
  ["duo_chat: { users: [mai] }", 'there is no user "mai"'],
  [
    "duo_chat: { replies: [{ when: x }] }",
    "a reply says what comes: `answer`, `errors`, or `never: true`",
  ],
  [
    "duo_chat: { replies: [{ never: true, answer: x }] }",
    "a reply that never comes can say nothing",
  ],
  ["duo_chat: { replies: [{ answer: x, poll: 1 }] }", /"poll"/],
  ["duo_chat: { replies: [{ answer: x, polls: -1 }] }", /polls/],
  ["duo_chat: { requests_per_8_hours: 0 }", /requests_per_8_hours/],
  ["groups: [{ id: 1, path: a }, { id: 1, path: b }]", 'the group\'s id "1" is there twice'],
  ["groups: [{ id: 1, path: a }, { id: 2, path: a }]", 'the group "a" is there twice'],
  ["projects: [{ id: 1, path: a/b, issues: [{ iid: 0 }] }]", /iid/],
])("%s", async (text, message) => {
  expect(await problems(`${users}${text}\n`)).toMatch(message);
});

test("the chats of several files are one, whose replies come in order", async () => {
  const one = "duo_chat: { users: [mia], replies: [{ answer: '' }] }\n";
  const two =
    "duo_chat: { requests_per_8_hours: 3, replies: [{ errors: [late] }, { never: true }] }\n";
  expect(await problems(users + one, two)).toMatchObject({
    duo_chat: {
      users: ["mia"],
      requests_per_8_hours: 3,
      replies: [{ answer: "" }, { errors: ["late"] }, { never: true }],
    },
  });
  expect(await problems(users)).not.toHaveProperty("duo_chat");
});
