import { expect } from "vitest";
import { corpusTest } from "../../../fixtures/corpus.ts";
import { readPayloads, renderApart } from "../../../fixtures/templates/payloads.ts";

corpusTest("hostile templates end, in 64 MB, and change nothing", () => {
  const payloads = readPayloads();
  expect(payloads.length).toBeGreaterThan(200);
  // All of them in one process: one that keeps more than its share leaves too little for the rest.
  const rendered = renderApart(payloads);
  expect(rendered.map(({ id }) => id)).toEqual(payloads.map(({ id }) => id));
  // The soak, alone on its machine, asks for a second; here others are at work.
  expect(rendered.filter(({ milliseconds }) => milliseconds > 10_000)).toEqual([]);
  expect(rendered.filter(({ harm }) => harm.length > 0)).toEqual([]);
});
