import { expect, test } from "vitest";
import { rateBook, type WrittenRates } from "../../../model/index.ts";
import { duoChatName, withDuoChatRates } from "./duo-chat-rates.ts";

test.each<readonly [readonly WrittenRates[], readonly string[]]>([
  [[], ["160/8h"]],
  [[{ "*": "50/min" }, { "gitlab/*": "1/s" }], ["160/8h"]],
  [[{ "gitlab/duo_chat": "20/h" }], ["20/h"]],
  [
    [{ "*": "50/min" }, { "gitlab/duo_chat": ["20/h", "2/min"] }],
    ["20/h", "2/min"],
  ],
  [[{ "gitlab/duo_chat": "5/h" }, { "gitlab/duo_chat": "20/h" }], ["5/h"]],
])("%j", (places, texts) => {
  const book = withDuoChatRates(rateBook(places), places);
  expect(book(duoChatName).map(({ text }) => text)).toEqual(texts);
});

test("models keep theirs", () => {
  const places = [{ "*": "50/min" }];
  expect(withDuoChatRates(rateBook(places), places)("anthropic/x")).toEqual(rateBook(places)("x"));
  expect(withDuoChatRates(rateBook([]), [])("anthropic/x")).toEqual([]);
});
