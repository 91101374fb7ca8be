import { expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { sourceOf } from "./source-of.ts";

test.each(["\n", "\r\n", "\r"])("parts of a file are found where they stand (%j)", (end) => {
  for (const mark of ["", "\uFEFF"]) {
    const text = `${mark}version: v1 # one${end}environment: ambient${end}`;
    const source = sourceOf(inspectFlow(text, "flow.yml").flow);
    expect(source.at(["version"])?.text).toBe("v1");
    expect(source.at(["environment"], "key")?.text).toBe("environment");
    expect(source.at(["flow"])).toBeUndefined();
    expect(source.lineAt(mark.length + 12).text).toBe("version: v1 # one");
    expect(source.lineBreak).toBe(end);
  }
});
