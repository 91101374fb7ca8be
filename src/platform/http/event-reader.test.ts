import { Stream } from "@anthropic-ai/sdk/core/streaming";
import { array, assert, asyncProperty, constantFrom, integer } from "fast-check";
import { expect, test } from "vitest";
import { streamOf } from "../../core/testing/stream-of.ts";
import { EventReader } from "./event-reader.ts";

function dataOf(chunks: readonly Uint8Array[]): readonly string[] {
  const data: string[] = [];
  const reader = new EventReader((each) => void data.push(each));
  for (const chunk of chunks) reader.add(chunk);
  return data;
}

/** What the SDK's reader makes of the same. */
async function dataOfSdk(chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<readonly string[]> {
  const data: string[] = [];
  const response = new Response(streamOf(chunks));
  for await (const event of Stream.rawEvents(response)) data.push(event.data);
  return data.filter((each) => each !== "");
}

const lines = [
  "data: a",
  "data:b",
  "data",
  "data:  c",
  "dataset: d",
  "event: e",
  ": f",
  "id",
  "Ä😀",
];
const ends = ["\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", "\r\r"];
const pieces = constantFrom(...lines, ...ends);

test("texts cut anywhere mean what they mean to the SDK's reader", async () => {
  await assert(
    asyncProperty(
      array(pieces, { maxLength: 30 }),
      array(integer({ min: 0 })),
      async (all, cuts) => {
        const bytes = new TextEncoder().encode(all.join(""));
        const places = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
        const chunks = [...places, bytes.length].map((end, at) =>
          bytes.slice(at === 0 ? 0 : places[at - 1], end),
        );
        // What follows a line end at the very end is not looked at: the SDK's reader ends a line there.
        const whole = [...chunks, new TextEncoder().encode("x\n\ndata: end\n\n")];
        expect(dataOf(whole)).toEqual(await dataOfSdk(whole));
      },
    ),
    { numRuns: 500, seed: 7 },
  );
});

test("an event is told as soon as it is finished", () => {
  const data: string[] = [];
  const reader = new EventReader((each) => void data.push(each));
  reader.add(new TextEncoder().encode("data: a\n\r"));
  expect(data).toEqual(["a"]);
  reader.add(new TextEncoder().encode("\ndata: b\n"));
  expect(data).toEqual(["a"]);
});
