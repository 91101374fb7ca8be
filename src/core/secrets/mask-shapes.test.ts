import { expect, test } from "vitest";
import { maskShapes } from "./mask-shapes.ts";

const token = ["glpat", "a1B2c3D4e5F6g7H8i9J0"].join("-");
const stars = "*".repeat(token.length);

test.each([
  ["", ""],
  ["nothing here", "nothing here"],
  [`a ${token} b\n${token}`, `a ${stars} b\n${stars}`],
  [`private-token: ${token}, x`, `private-token: ${stars}, x`],
])("%j keeps its length", (text, masked) => {
  expect(maskShapes(text)).toBe(masked);
});

test("a secret of several lines keeps them", () => {
  const line = "aB3dE6gH9jK2mN5pQ8sT".repeat(3);
  const kind = "PRIVATE";
  const key = `-----BEGIN ${kind} KEY-----\n  ${line}\r\n  ${line}\n-----END PRIVATE KEY-----`;
  const masked = maskShapes(`x\n${key}\ny`);
  expect(masked).toMatch(/^x\n\*+\n\*+\r\n\*+\n\*+\ny$/);
  expect(masked).toHaveLength(key.length + 4);
});
