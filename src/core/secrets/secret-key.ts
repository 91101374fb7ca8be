import { looksLikePassword, looksRandom } from "./looks-random.ts";
import { secretNames } from "./named-shapes.ts";

const header =
  /^(?:(?:proxy-)?authorization|private-token|job-token|deploy-token|(?:[a-z]+-)*api-key|x-(?:gitlab|csrf|auth|amz-security)-token|(?:set-)?cookie)$/i;
const named = new RegExp(`${secretNames}$`, "i");
const scheme = /^(?:bearer|basic|token)\s+/i;
const minLength = 10;

/** Whether a text under this key of an object is a secret because of the key. */
export function isSecretUnder(key: string, text: string): boolean {
  const value = text.replace(scheme, "");
  if (value.length < minLength) return false;
  return header.test(key) ? looksRandom(value) : named.test(key) && looksLikePassword(value);
}
