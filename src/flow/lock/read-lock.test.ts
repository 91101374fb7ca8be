import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { Lock } from "./lock.ts";
import { readLock } from "./read-lock.ts";

const lock: Lock = {
  schemaVersion: 1,
  items: [
    {
      reference: "duo_planner",
      kind: "agent",
      instance: "https://gitlab.example.com",
      id: "gid://gitlab/Ai::Catalog::Item/348",
      name: "Planner",
      flowRegistryVersion: "v1",
      versions: [
        {
          version: "1.2.0",
          id: "gid://gitlab/Ai::Catalog::ItemVersion/77",
          released: true,
          releasedAt: null,
          path: "duo_planner/1.2.0.yml",
          digest: `sha256:${"0".repeat(64)}`,
          constraint: "^1.0.0",
        },
      ],
    },
  ],
};

test("reads what a lock says", async () => {
  expect(await readLock(JSON.stringify(lock), "flows/flowproof.lock.json")).toEqual(lock);
});

test("marks of a merge conflict are called so, with their line", async () => {
  const text = `{\n<<<<<<< HEAD\n=======\n>>>>>>> main\n}`;
  await expect(readLock(text, "flowproof.lock.json")).rejects.toMatchObject({
    code: "LOCK_INVALID",
    message: "it holds the marks of a merge conflict",
    place: { file: "flowproof.lock.json", line: 2 },
  });
});

test.each([
  ["{", "YAML_INVALID"],
  ["{}", "LOCK_INVALID"],
  ["", "LOCK_INVALID"],
  [JSON.stringify({ ...lock, schemaVersion: 2 }), "LOCK_INVALID"],
  [JSON.stringify(lock).replace("duo_planner/1.2.0.yml", "../1.2.0.yml"), "LOCK_INVALID"],
  [JSON.stringify(lock).replace("duo_planner/1.2.0.yml", "/1.2.0.yml"), "LOCK_INVALID"],
  [JSON.stringify(lock).replace('"1.2.0"', '"../x"'), "LOCK_INVALID"],
  [JSON.stringify(lock).replace("sha256:", "md5:"), "LOCK_INVALID"],
])("refuses %s", async (text, code) => {
  const error: unknown = await readLock(text, "flowproof.lock.json").catch((each: unknown) => each);
  const errors = error instanceof AppErrors ? error.errors : [error];
  expect(errors.map((each) => (each instanceof AppError ? each.code : each))).toContain(code);
});
