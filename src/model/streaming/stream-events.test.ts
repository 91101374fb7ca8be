import { expect, test } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import { streamOf } from "../../core/testing/stream-of.ts";
import { parseEvent, readEvents, UnreadableEventError } from "./stream-events.ts";

async function eventsOf(
  chunks: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly JsonObject[]> {
  const events: JsonObject[] = [];
  const body = streamOf(chunks);
  await readEvents(new Response(body), (data) => void events.push(parseEvent(data)));
  return events;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const plain = 'event: a\ndata: {"type":"a","text":"Ä😀"}\n\nevent: b\ndata: {"type":"b"}\n\n';
const expected = [{ type: "a", text: "Ä😀" }, { type: "b" }];

test.each([
  ["as the API writes it", plain],
  ["with carriage returns", plain.replaceAll("\n", "\r\n")],
  ["with comments", `: hi\n\n${plain.replace("event: b", ": again\nevent: b")}`],
  ["with a byte order mark", `\uFEFF${plain}`],
  ["without names", plain.replaceAll(/event: .\n/g, "")],
  ["without spaces", plain.replaceAll(": ", ":")],
  ["with data on several lines", plain.replace('{"type":"a",', '{"type":"a",\ndata: ')],
  ["with fields nobody knows", plain.replaceAll("event:", "id: 1\nretry: 5\nevent:")],
])("%s, at once and byte by byte", async (_, text) => {
  expect(await eventsOf([bytes(text)])).toEqual(expected);
  expect(await eventsOf([...bytes(text)].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
});

test("an event that was not finished is none", async () => {
  expect(await eventsOf([bytes(plain.slice(0, -1))])).toEqual(expected.slice(0, 1));
});

test.each(["{", "[]", "1", "null", "hello"])("data %j is refused", async (data) => {
  await expect(eventsOf([bytes(`event: a\ndata: ${data}\n\n`)])).rejects.toThrow(
    UnreadableEventError,
  );
});

test("a response without body has no events", async () => {
  const events: JsonObject[] = [];
  await readEvents(new Response(null), (data) => void events.push(parseEvent(data)));
  expect(events).toEqual([]);
});
