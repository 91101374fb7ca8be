import { expect, test } from "vitest";
import { parseChatResource } from "./chat-resource.ts";

test.each([
  ["shop/web#7", { kind: "issue", path: "shop/web", iid: "7" }],
  ["shop/web!12", { kind: "merge_request", path: "shop/web", iid: "12" }],
  ["shop&4", { kind: "epic", path: "shop", iid: "4" }],
  ["shop/sub-group&4", { kind: "epic", path: "shop/sub-group", iid: "4" }],
  ["shop/web", { kind: "path", path: "shop/web" }],
  ["shop", { kind: "path", path: "shop" }],
  ["a/b/c.d_e", { kind: "path", path: "a/b/c.d_e" }],
  ["gid://gitlab/Issue/123", { kind: "gid", gid: "gid://gitlab/Issue/123" }],
  ["gid://gitlab/Ci::Build/1", { kind: "gid", gid: "gid://gitlab/Ci::Build/1" }],
])("%s", (text, expected) => {
  expect(parseChatResource(text)).toEqual(expected);
});

test.each([
  "",
  "#7",
  "shop#7", // an issue lives in a project
  "shop!7",
  "shop/web#0",
  "shop/web#x",
  "shop/web#7!8",
  "shop//web",
  "/shop/web",
  "shop/web/",
  "https://gitlab.com/shop/web",
  "gid://gitlab/Issue/",
  "gid://gitlab/issue/1",
  "gid://elsewhere/Issue/1",
  "gid://gitlab/Issue/1\n",
  "shop/web\u001B[2J",
  `shop/${"x".repeat(600)}`,
])("%j is nothing to ask about", (text) => {
  const refused = (): unknown => parseChatResource(text);
  expect(refused).toThrow(expect.objectContaining({ code: "DUO_CHAT_RESOURCE_INVALID" }));
  expect(refused).not.toThrow("\u001B");
  expect(refused).toThrow(/^.{1,200}$/);
});
