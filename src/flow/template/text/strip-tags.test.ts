import { expect, test } from "vitest";
import { unescapeHtml } from "./html-entities.ts";
import { stripTags } from "./strip-tags.ts";

// What markupsafe makes of it.
test.each([
  ["<p>a</p>", "a"],
  ["a < b > c", "a c"],
  ["a <b", "a <b"],
  ["<!-- <b> -->a", "a"],
  ["<!-- a", "<!-- a"],
  ["a<!--b-->c<!--d-->e", "ace"],
  ["<!<!-->--->x", "x"],
  ["<!-<!-- -->- -->x", "x"],
  [" a \n\t <i> b", "a b"],
  ["", ""],
])("the tags of %j", (text, expected) => {
  expect(stripTags(text)).toBe(expected);
});

// What Python's html module makes of it.
test.each([
  ["&lt;&amp;&gt;&quot;", '<&>"'],
  ["&eacute;&Eacute;&nbsp;&yuml;", "éÉ\u00a0ÿ"],
  ["&hearts;&euro;&Omega;&lang;", "♥€Ω⟨"],
  ["&lt &ltx &eacutex", "< <x éx"],
  ["&hearts &nope; &;", "&hearts &nope; &;"],
  ["&#65;&#x41;&#X41&#65", "AAAA"],
  ["&#128;&#0;&#xd800;&#x110000;&#1;&#xfdd0;&#13;", "€\ufffd\ufffd\ufffd\r"],
  ["&#9999999999999999999999;", "\ufffd"],
])("the entities of %j", (text, expected) => {
  expect(unescapeHtml(text)).toBe(expected);
});
