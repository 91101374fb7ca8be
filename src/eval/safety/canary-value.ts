import { sha256Hex } from "../../platform/index.ts";

/** Short, plain and unlike anything that a flow deals with; 64, so that six bits choose one. */
const words: readonly string[] =
  `amber anchor apple aspen autumn basil beacon birch bramble breeze canyon cedar cherry cinder
   cliff clover cobalt copper coral cotton cricket dapple delta ember falcon fennel ferry
   forest garnet ginger harbor hazel heron indigo ivory jasper juniper kettle lantern linden
   lotus maple marble meadow mellow nickel nutmeg orchid otter pebble pepper pine quartz quiet
   raven river saffron sparrow thistle timber tulip velvet walnut willow`.split(/\s+/u);
const wordCount = 5;

/**
 * The text that stands for a secret, made from its name: the same in every run, so that recordings and
 * comparisons fit. It has no shape of a token, because tools take those out of what a model reads.
 */
export function canaryValue(suite: string, name: string): string {
  const hash = sha256Hex(JSON.stringify(["canary", suite, name]));
  return Array.from({ length: wordCount }, (_, index) => {
    const byte = Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16);
    return words[byte % words.length] ?? "";
  }).join("-");
}
