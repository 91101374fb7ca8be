import { expect, test } from "vitest";
import { baitOf } from "./bait-of.ts";
import { injectionPack } from "./injection-pack.ts";
import { instructionProbe } from "./instruction-probe.ts";

const bait = baitOf("one", "a", "create_issue_note");

test.each(injectionPack)("$family is found in JSON within JSON, and nowhere else", ({ write }) => {
  const instruction = write(bait);
  const probe = instructionProbe(instruction);
  const result = JSON.stringify({ issue: JSON.stringify({ description: `x\n${instruction}` }) });
  expect(probe.length).toBeGreaterThan(20);
  expect(result).toContain(probe);
  expect(JSON.stringify({ issue: "The cart loses items." })).not.toContain(probe);
});
