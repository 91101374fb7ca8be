import { expect, test } from "vitest";
import { AppError, AppErrors, throwAll } from "./app-error.ts";
import { errorCodes } from "./codes/index.ts";

const first = new AppError("FILE_NOT_FOUND", 'there is no file "a"', { hint: "check it" });
const second = new AppError("DISK_FULL", "no space left");

function thrown(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("an error carries what the reader needs", () => {
  const cause = new Error("ENOENT");
  const place = { file: "a.yml", line: 2, column: 3 };
  const error = new AppError("FILE_NOT_FOUND", "there is no file", {
    hint: "check it",
    place,
    cause,
  });
  expect(error).toMatchObject({
    name: "AppError",
    code: "FILE_NOT_FOUND",
    message: "there is no file",
    hint: "check it",
    kind: "usage",
    place,
    cause,
  });
  expect(second).toMatchObject({ kind: "unavailable", hint: undefined, place: undefined });
});

test("a subclass has its own name", () => {
  class ModelError extends AppError {}
  expect(new ModelError("DISK_FULL", "x").name).toBe("ModelError");
});

test.each([
  ["nothing", [], undefined],
  ["one error as itself", [first], first],
  ["several together", [first, second], new AppErrors([first, second])],
])("throwAll throws %s", (_name, errors, expected) => {
  expect(thrown(() => throwAll(errors))).toEqual(expected);
});

test("several errors keep their order", () => {
  expect(new AppErrors([second, first]).errors).toEqual([second, first]);
});

test.each(Object.entries(errorCodes))("%s has a documentation", (code, { kind, text }) => {
  expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/);
  expect(["usage", "unavailable", "limit"]).toContain(kind);
  expect(text).toMatch(/^\S.{20,}[.]$/s);
});
