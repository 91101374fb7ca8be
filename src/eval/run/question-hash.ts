import { canonicalJson } from "../../core/canonical-json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";
import { askedContent } from "./asked-content.ts";

/**
 * Hash of what a case asks, apart from the system under test: its texts, mocks, fakes, context, checks and
 * limits. Two systems answered the same question where it is the same.
 */
export function questionHash({
  suite,
  case: testCase,
}: {
  readonly suite: Suite;
  readonly case: SuiteCase;
}): string {
  return sha256Hex(canonicalJson(askedContent(suite, testCase)));
}
