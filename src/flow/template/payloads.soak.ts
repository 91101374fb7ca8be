import process from "node:process";
import { describe, expect, test } from "vitest";
import { corpusFolder } from "../../../fixtures/corpus.ts";
import type { RenderedPayload } from "../../../fixtures/templates/payload.ts";
import { readPayloads, renderApart } from "../../../fixtures/templates/payloads.ts";

const payloads = corpusFolder === undefined ? [] : readPayloads();

/** The one that needs most. */
function most(rendered: readonly RenderedPayload[], what: "milliseconds" | "megabytes"): string {
  const [first] = rendered.toSorted((a, b) => b[what] - a[what]);
  return `${what}: ${first?.[what].toFixed(1) ?? "0"} (payload ${first?.id ?? ""})`;
}

describe.skipIf(corpusFolder === undefined)(
  "hostile templates, each in a process of its own",
  () => {
    test("end within a second and 64 MB, and change nothing", () => {
      const rendered = payloads.flatMap((payload) => renderApart([payload]));
      process.stdout.write(`${most(rendered, "milliseconds")}, ${most(rendered, "megabytes")}\n`);
      expect(rendered.length).toBeGreaterThan(200);
      expect(rendered.filter(({ milliseconds }) => milliseconds > 1000)).toEqual([]);
      expect(rendered.filter(({ megabytes }) => megabytes > 64)).toEqual([]);
      expect(rendered.filter(({ harm }) => harm.length > 0)).toEqual([]);
    });
  },
);
