import { pageScript, pageStyle } from "../generated/page-assets.ts";

/**
 * The policy of the page, whose only script and only style are its own: nothing is loaded from anywhere,
 * nothing else runs, and no address or form leads out unseen.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  `style-src 'sha256-${pageStyle.sha256}'`,
  `script-src 'sha256-${pageScript.sha256}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
