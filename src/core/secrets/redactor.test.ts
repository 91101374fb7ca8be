import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { made, notSecrets, prefixedTokens } from "../../../fixtures/made-secrets.ts";
import type { JsonValue } from "../json.ts";
import { createRedactor, redacted } from "./redactor.ts";
import { shapeSpans } from "./shape-scanner.ts";

const pem = ["-----BEGIN RSA PRIVATE", "KEY-----"].join(" ");
const pemEnd = ["-----END RSA PRIVATE", "KEY-----"].join(" ");
const base64Lines = [made(64), made(64), made(40)];

const plain = createRedactor({ known: [] });

describe("shapes", () => {
  test.each(prefixedTokens.map(({ prefix, rest }) => [prefix, rest] as const))(
    "a token %s… is removed wherever it stands",
    (prefix, rest) => {
      const token = prefix + rest;
      expect(plain.redact(`before ${token} after`)).toBe(`before ${redacted} after`);
      expect(plain.redact(JSON.stringify({ token }))).toBe(`{"token":"${redacted}"}`);
      expect(plain.redact(`a=${token}\n`)).not.toContain(rest.slice(0, 12));
      // Not a token: it goes on in front of the prefix, or has no randomness.
      expect(plain.redact(`${prefix}${"x".repeat(rest.length)}`)).toContain("xxxx");
    },
  );

  test.each([
    ["an instance's own prefix", `acme-glpat-${made(20)}`, `acme-${redacted}`],
    ["a key, whole", [pem, ...base64Lines, pemEnd, "after"].join("\n"), `${redacted}\nafter`],
    [
      "a key within JSON",
      JSON.stringify({ a: [pem, ...base64Lines, pemEnd, "after"].join("\n") }),
      `{"a":"${redacted}\\nafter"}`,
    ],
    ["a key that is cut", [pem, ...base64Lines, "the end."].join("\n"), `${redacted}\nthe end.`],
    ["a password in a URL", "postgres://bob:hunter2pw@db/x", `postgres://bob:${redacted}@db/x`],
    ["a Redis URL without a user", "redis://:hunter2pw@db", `redis://:${redacted}@db`],
    ["a parameter", `/x?a=1&private_token=${made(20)}&b=2`, `/x?a=1&private_token=${redacted}&b=2`],
    ["a bearer token", `Authorization: Bearer ${made(40)}`, `Authorization: Bearer ${redacted}`],
    [
      "basic credentials",
      `"authorization": "Basic ${made(24)}"`,
      `"authorization": "Basic ${redacted}"`,
    ],
    ["a header", `curl -H 'PRIVATE-TOKEN: ${made(20)}'`, `curl -H 'PRIVATE-TOKEN: ${redacted}'`],
    ["an assignment", `password = "${made(14)}"`, `password = "${redacted}"`],
    ["an assignment in JSON", `{"dbPassword":"${made(14)}"}`, `{"dbPassword":"${redacted}"}`],
    [
      "an assignment in JSON in JSON",
      JSON.stringify(JSON.stringify({ api_key: made(20) })),
      JSON.stringify(JSON.stringify({ api_key: redacted })),
    ],
    ["an environment file", `API_KEY=${made(24)}\nX=1`, `API_KEY=${redacted}\nX=1`],
    ["a line of YAML", `  secret: ${made(24)}`, `  secret: ${redacted}`],
    ["AWS", `aws_secret_access_key = "${made(40)}"`, `aws_secret_access_key = "${redacted}"`],
  ])("%s", (_name, text, clean) => {
    expect(plain.redact(text)).toBe(clean);
  });

  test.each(notSecrets)("leaves alone: %s", (text) => {
    expect(plain.redact(text)).toBe(text);
    expect(plain.redactJson({ text })).toEqual({ text });
  });
});

describe("known values", () => {
  const secret = 'p4ss/w"ord+&é';
  const redactor = createRedactor({ known: [secret, "second-secret-1", "abc"] });
  const bytes = Buffer.from(secret);

  test.each([
    ["as it is", secret],
    ["in JSON", JSON.stringify(secret).slice(1, -1)],
    ["in JSON in JSON", JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
    ["in a URL", encodeURIComponent(secret)],
    ["in a form", new URLSearchParams([["", secret]]).toString().slice(1)],
    ["in HTML", secret.replace("&", "&amp;")],
    ["in HTML, quotes too", secret.replace("&", "&amp;").replace('"', "&quot;")],
    ["in hexadecimal", bytes.toString("hex")],
    ["in upper-case hexadecimal", bytes.toString("hex").toUpperCase()],
    ["turned round", Array.from(secret).toReversed().join("")],
    ["another", "second-secret-1"],
  ])("%s", (_name, form) => {
    expect(redactor.redact(`[${form}] and (${form})`)).toBe(`[${redacted}] and (${redacted})`);
  });

  test.each([0, 1, 2, 3, 4])("in base64 after %i bytes", (before) => {
    for (const encoding of ["base64", "base64url"] as const) {
      const text = Buffer.concat([Buffer.alloc(before, 65), bytes, Buffer.from("..")]).toString(
        encoding,
      );
      const clean = redactor.redact(text);
      expect(clean).toContain(redacted);
      const left = Buffer.from(
        clean.replace(redacted, "A".repeat(text.length - clean.length + redacted.length)),
        encoding,
      );
      expect(left.includes(bytes.subarray(2, -2))).toBe(false);
    }
  });

  test("a value of several lines goes line by line", () => {
    const lines = createRedactor({ known: [`begin\n${made(30)}\r\n${made(31)}\n`] });
    expect(lines.redact(`x ${made(30)} y\nbegin`)).toBe(`x ${redacted} y\nbegin`);
  });

  test.each(["abc", "", "     "])("%j is too short to be looked for", (short) => {
    expect(createRedactor({ known: [short] }).redact("abcdef abc")).toBe("abcdef abc");
  });

  test("a value that is part of another does not save the rest of it", () => {
    const two = createRedactor({ known: ["secret-1", "secret-1-and-more"] });
    expect(two.redact("secret-1-and-more, secret-1")).toBe(`${redacted}, ${redacted}`);
  });

  test("known values and shapes are removed in any order, also where they overlap", () => {
    const token = `glpat-${made(20)}`;
    const mixed = createRedactor({ known: ["known-value-1", `${token.slice(-6)} and`] });
    expect(mixed.redact(`a ${token}, known-value-1, ${token} and b`)).toBe(
      `a ${redacted}, ${redacted}, ${redacted} b`,
    );
  });

  test("a value that is part of the replacement does no harm", () => {
    expect(createRedactor({ known: ["REDACTED"] }).redact("REDACTED, x")).toBe("REDACTED, x");
  });
});

describe("JSON", () => {
  const redactor = createRedactor({ known: ["known-value-1"] });

  test("what holds no secret is given back as it is", () => {
    const value = { a: ["b", 1, null, { c: true }] };
    expect(redactor.redactJson(value)).toBe(value);
  });

  test.each<[string, JsonValue, JsonValue]>([
    ["texts", ["a known-value-1", 1], [`a ${redacted}`, 1]],
    ["keys", { "known-value-1": { b: null } }, { [redacted]: { b: null } }],
    ["a header", { "X-Api-Key": made(20) }, { "X-Api-Key": redacted }],
    [
      "a header with a scheme",
      { authorization: `Bearer ${made(14)}` },
      { authorization: redacted },
    ],
    ["a named value", { db_password: made(12) }, { db_password: redacted }],
  ])("%s are redacted", (_name, value, clean) => {
    expect(redactor.redactJson(value)).toEqual(clean);
  });

  test.each<JsonValue>([
    { authorization: "Bearer $TOKEN_1_OF_MANY" },
    { password: "must-not-be-empty" },
    { secret: true, api_key: null, token: 12 },
    { passwords: ["a1", "b2"] },
  ])("%j is left alone", (value) => {
    expect(redactor.redactJson(value)).toBe(value);
  });

  test("a key named __proto__ stays a key", () => {
    const value: JsonValue = JSON.parse('{"__proto__":{"a":"known-value-1"}}');
    const clean = redactor.redactJson(value);
    expect(JSON.stringify(clean)).toBe(`{"__proto__":{"a":"${redacted}"}}`);
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
  });

  test("depth has a limit", () => {
    let value: JsonValue = "known-value-1";
    for (let depth = 0; depth < 2_000; depth += 1) value = [value];
    expect(JSON.stringify(redactor.redactJson(value))).not.toContain("known-value-1");
  });
});

describe("properties", () => {
  const secrets = fc
    .string({ minLength: 8, maxLength: 60, unit: "binary" })
    .filter((text) => text.trim().length >= 8);
  const texts = fc.string({
    unit: fc.oneof(fc.string(), fc.constantFrom("password=", "glpat-", '"', ":", "=", made(20))),
  });

  test("whatever a known value is, no usual form of it is left, and a second time changes nothing", () => {
    fc.assert(
      fc.property(secrets, texts, texts, (value, before, after) => {
        const secret = value.trim();
        fc.pre(!redacted.includes(secret) && !`${before}${after}`.includes(secret));
        const redactor = createRedactor({ known: [value] });
        for (const form of [
          secret,
          JSON.stringify(secret),
          Buffer.from(secret).toString("base64url"),
          Buffer.from(secret).toString("hex"),
        ]) {
          const clean = redactor.redact(`${before} ${form} ${after}`);
          expect(clean).not.toContain(form.replaceAll('"', ""));
          expect(redactor.redact(clean)).toBe(clean);
        }
      }),
      { seed: 1 },
    );
  });

  test("nothing that looks like a secret is left", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shapeSpans(plain.redact(text))).toEqual([]);
      }),
      { seed: 1 },
    );
  });
});

test.each([
  "glpat-",
  "sk-ant-",
  "eyJ",
  "eyJa.eyJ",
  "://a:",
  "://:",
  "password=",
  'secret: "',
  "-----BEGIN PRIVATE KEY-----",
  "api_key",
  "private-token: ",
  "bearer  ",
  "?key=",
  "SG.a.",
  "1:AA",
  "AKIA",
  "a1",
  '\\\\\\"',
  "-",
  "0123456789",
])("300 kB of %j take no time", (part) => {
  const text = part.repeat(300_000 / part.length);
  const redactor = createRedactor({ known: ["known-value-1"] });
  const started = performance.now();
  redactor.redact(text);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("as many secrets as a text can hold", () => {
  const secret = `glpat-${made(20)}`;
  const clean = plain.redact(`${secret} `.repeat(130_000));
  expect(clean).toBe(`${redacted} `.repeat(130_000));
});
