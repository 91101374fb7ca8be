import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { printable } from "../../../src/core/text/printable.ts";
import { StreamedEntry } from "./streamed-entry.ts";

/** Made here, not written out, so that scanners of this repository stay quiet. */
function made(length: number, start = 11): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  return Array.from({ length }, (_, at) => alphabet[(at * 37 + start) % alphabet.length]).join("");
}

const pem = [
  ["-----BEGIN RSA PRIVATE", "KEY-----"].join(" "),
  ...[1, 2, 3].map((start) => made(64, start)),
  ["-----END RSA PRIVATE", "KEY-----"].join(" "),
];
const phrase = "correct horse\nbattery  staple";
const known = [phrase, "hunter2hunter2"];
const redactor = createRedactor({ known });

/** What the entry looks like when all of its text is there at once. */
function whole(text: string): string {
  const clean = printable(redactor.redact(text)).trimEnd();
  if (clean.trim() === "") return "";
  const [first = "", ...rest] = clean.split("\n");
  const lines = [`reply     ${first}`, ...rest.map((line) => `          ${line}`)];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

interface Written {
  readonly text: string;
  readonly pieces: readonly string[];
}

function streamed(deltas: readonly string[]): Written {
  const pieces: string[] = [];
  const frame = { title: "reply", gap: " ".repeat(5), indent: " ".repeat(10) };
  const entry = new StreamedEntry(
    { ...frame, write: (text) => void pieces.push(text) },
    { redactor, known },
  );
  for (const delta of deltas) entry.add(delta);
  const isSeen = entry.end();
  expect(isSeen).toBe(pieces.length > 0);
  return { text: pieces.join(""), pieces };
}

function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

const texts: readonly (readonly [string, string])[] = [
  ["plain words", "It is a long way from the first word to the last."],
  ["lines", "# Title\n\n- one  \n- two\n\n   indented\n\n\n"],
  ["space around", "\n\n  begins late, and ends early \n \t \n"],
  ["nothing to see", " \n\t "],
  ["a token", `take glpat-${made(20)} and go`],
  ["a token at the end", `take glpat-${made(20)}`],
  ["a token in brackets", `(glpat-${made(20)}), "glpat-${made(20, 3)}".`],
  ["a header", `curl -H "Authorization:  Bearer ${made(40)}" https://x.example`],
  ["an assignment over lines", `password:\n   "${made(24)}"\nnext`],
  ["a bare assignment", `API_KEY= ${made(24)} DB_PASSWORD=${made(20)} end`],
  ["a password in a URL", `see https://user:${made(12)}@x.example/a for more`],
  ["a key", `before\n${pem.join("\n")}\nafter it`],
  ["a key in JSON", `{"key": "${pem.join("\\n")}", "next": 1} and more`],
  ["a key that does not end", `before ${pem.slice(0, -1).join("\n")}\nafter it, and on and on`],
  ["a key at the very end", `before ${pem.slice(0, 2).join("\n")}`],
  [
    "what is no key",
    "-----BEGIN CERTIFICATE-----\nabc\n-----BEGIN\n-----BEGIN PRIVATE\nKEY----- x",
  ],
  ["a known phrase", `say ${phrase} to enter, or ${phrase}`],
  ["half of a known phrase", "say correct horse\nbattery  stable to enter correct horse\nbattery "],
  ["a known value", "it is hunter2hunter2, or hunter2hunter2"],
  [
    "control sequences",
    "a \u001B[31mred\u001B[0m b\u001B[ q c\u001B]0;title\u0007 d\r\ne\rf \u009B2J g\u202Eh\u001B[",
  ],
  ["characters of two units", "😀😀 a\uD83D 😀"],
];

describe.each(texts)("%s", (_, text) => {
  test.each([1, 2, 3, 7, 50, 10_000])("in pieces of %i, it looks as it would at once", (size) => {
    expect(streamed(cut(text, size)).text).toBe(whole(text));
  });
});

test("words are written as soon as they have ended", () => {
  expect(streamed(["It is a ", "long w", "ay\nfrom", " here"]).pieces).toEqual([
    "reply     It is a",
    " long",
    " way",
    "\n          from",
    " here",
    "\n",
  ]);
});

test("a secret is never written in part", () => {
  const secret = `glpat-${made(20)}`;
  const { pieces } = streamed(cut(`take ${secret} and ${phrase}, and go`, 4));
  const everything = pieces.join("");
  expect(everything).not.toContain(secret.slice(0, 8));
  expect(everything).not.toContain("correct");
  expect(everything).toContain("and go");
});

test("what has been broken off keeps back what was not written yet", () => {
  const pieces: string[] = [];
  const frame = {
    title: "reply",
    gap: " ",
    indent: " ",
    write: (text: string) => pieces.push(text),
  };
  const entry = new StreamedEntry(frame, { redactor, known });
  expect(entry.breakOff()).toBe(false);
  entry.add("some words, and hal");
  expect(entry.breakOff()).toBe(true);
  expect(pieces.join("")).toBe("reply some words, and\n");
});

test("a text without end costs no more than its length", () => {
  const started = performance.now();
  const hostile = [
    "a".repeat(400_000),
    `${["-----BEGIN RSA PRIVATE", "KEY-----"].join(" ")} `.repeat(4000),
    "\u001B[".repeat(50_000),
    "correct horse ".repeat(20_000),
  ];
  for (const text of hostile) streamed(cut(`${text} end`, 20));
  expect(performance.now() - started).toBeLessThan(10_000);
});

/** What secrets, control sequences and lines are made of. */
const fragments: readonly string[] = [
  ..."a token= Bearer \" ' : = ://u: @ glpat- eyJ ----- correct battery hunter2 31m".split(" "),
  ..."-----BEGIN, RSA, PRIVATE, KEY-----,-----END,password: , horse\n,  staple".split(","),
  ..."\u001B[ \u001B \r \n \t 😀".split(" "),
  " ",
  phrase,
  pem.join("\n"),
  pem.join("\\n"),
  made(24),
  made(64, 2),
  "[REDACTED]",
];

test("any text, cut anywhere, looks as it would at once", () => {
  const word = fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 25 }),
      fc.array(fc.nat({ max: 40 }), { maxLength: 30 }),
      (words, sizes) => {
        const text = words.join("");
        const deltas: string[] = [];
        let at = 0;
        for (const size of sizes) {
          deltas.push(text.slice(at, at + size));
          at += size;
        }
        deltas.push(text.slice(at));
        expect(streamed(deltas).text).toBe(whole(text));
      },
    ),
    { numRuns: 1500, seed: 7 },
  );
});
