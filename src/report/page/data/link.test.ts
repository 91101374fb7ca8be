import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseLink, linkTo, readLink, telltaleTrial } from "./link.ts";

test.each<[link: CaseLink, hash: string]>([
  [
    { suite: "counts", case: "open-issues", target: "default", trial: 0, run: 0 },
    "#case=counts/open-issues",
  ],
  [
    { suite: "counts", case: "a b/c&d=e", target: "old chat", trial: 2, run: 1 },
    "#case=counts/a%20b%2Fc%26d%3De&target=old%20chat&trial=3&run=2",
  ],
])("%j is %s", (link, hash) => {
  expect(linkTo(link)).toBe(hash);
  expect(readLink(hash)).toEqual(link);
});

test("any link leads back to its case", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" });
  const link = fc.record({
    suite: name,
    case: name,
    target: name,
    trial: fc.nat(99),
    run: fc.nat(9),
  });
  fc.assert(
    fc.property(link, (each) => {
      expect(readLink(linkTo(each))).toEqual(each);
    }),
  );
});

test.each(["", "#", "#run-1", "#case=", "#case=counts", "#case=/x", "#q=1"])(
  "%j names no case",
  (hash) => {
    expect(readLink(hash)).toBeUndefined();
  },
);

test.each(["#case=a/b&trial=x", "#case=a/b&trial=-1", "#case=a/b&trial=0", "#case=a/b%"])(
  "%s names the first trial",
  (hash) => {
    expect(readLink(hash)).toMatchObject({ suite: "a", trial: 0 });
  },
);

test("the trial that tells most is the first that did not pass", () => {
  expect(telltaleTrial(["pass", "fail", "fail"])).toBe(1);
  expect(telltaleTrial(["pass", "pass"])).toBe(0);
  expect(telltaleTrial([])).toBe(0);
});
