import { expect, test } from "vitest";
import { AppError } from "../src/core/errors/app-error.ts";
import { printError, withoutCommands } from "./print-error.ts";

test.each([
  ["a\n::error::b", "a\n: :error::b"],
  ["::error file=x::b", ": :error file=x::b"],
  ["  \t::set-output::", "  \t: :set-output::"],
  ["a ::error:: b", "a ::error:: b"],
  ["Ai::Catalog::Item", "Ai::Catalog::Item"],
])("%j begins no line with a command", (text, shown) => {
  expect(withoutCommands(text)).toBe(shown);
});

test("names with line breaks begin no command in an error", () => {
  let said = "";
  const error = new AppError("FILE_NOT_FOUND", 'there is no file "evil\n::error::x.yml"', {
    hint: "one of: a\n::warning::b",
  });
  printError(error, { verbose: false, stderr: (text) => void (said += text) });
  expect(said).not.toMatch(/^\s*::/m);
});
