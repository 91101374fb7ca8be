import { expect, test } from "vitest";
import { repositoryPaths } from "./repository-paths.ts";

test.each([
  ["the root itself", "/r", { CI_PROJECT_DIR: "/r" }, "flows/a.yml", "flows/a.yml"],
  ["a folder below it", "/r/sub", { CI_PROJECT_DIR: "/r" }, "flows/a.yml", "sub/flows/a.yml"],
  ["a root with a slash", "/r/sub", { CI_PROJECT_DIR: "/r/" }, "a.yml", "sub/a.yml"],
  ["a file above the folder", "/r/sub", { CI_PROJECT_DIR: "/r" }, "/r/a.yml", "a.yml"],
  ["GitHub's root", "/r/sub", { GITHUB_WORKSPACE: "/r" }, "a.yml", "sub/a.yml"],
  ["no job", "/r/sub", {}, "a.yml", "a.yml"],
  ["the root of another job", "/r/sub", { CI_PROJECT_DIR: "/other" }, "a.yml", "a.yml"],
  ["a root whose name begins alike", "/root", { CI_PROJECT_DIR: "/r" }, "a.yml", "a.yml"],
  ["an empty root", "/r", { CI_PROJECT_DIR: "" }, "a.yml", "a.yml"],
  ["a file outside", "/r", { CI_PROJECT_DIR: "/r" }, "/other/a.yml", undefined],
  ["a name that begins with dots", "/r", {}, "..a/b.yml", "..a/b.yml"],
  ["standard input", "/r/sub", { CI_PROJECT_DIR: "/r" }, "<stdin>", "sub/<stdin>"],
])("%s", (_, cwd, env, path, shown) => {
  expect(repositoryPaths({ cwd, env })(path)).toBe(shown);
});
