import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { ComponentType } from "../../flow/index.ts";
import * as builtInTypes from "./index.ts";

const types: readonly ComponentType[] = [
  "AgentComponent",
  "DeterministicStepComponent",
  "HumanInputComponent",
  "OneOffComponent",
];

test("every type of component that a flow can have is registered under its own name", () => {
  expect(Object.values(builtInTypes).map(({ id }) => id)).toEqual(types);
});

test("every file of the folder that holds a type is registered", () => {
  const files = readdirSync(import.meta.dirname).filter((name) =>
    name.endsWith("-component-type.ts"),
  );
  const names = files.map((file) => camelCase(file.replace(/\.ts$/, "")));
  expect(Object.keys(builtInTypes)).toEqual(names.toSorted());
});

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
