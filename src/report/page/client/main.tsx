import { render } from "preact";
import { casesId, pairsId } from "../data/element-ids.ts";
import { CasesApp } from "./cases-app.tsx";
import { PairsApp } from "./pairs/pairs-app.tsx";
import { readPageData, readPairs } from "./read-element.ts";
import { showKeptTheme, ThemeToggle } from "./theme-toggle.tsx";

showKeptTheme();
const tools = document.getElementById("tools");
if (tools !== null) render(<ThemeToggle />, tools);
const cases = document.getElementById(casesId);
if (cases !== null) render(<CasesApp data={readPageData()} />, cases);
const pairs = document.getElementById(pairsId);
const pairsData = readPairs();
if (pairs !== null && pairsData !== undefined) render(<PairsApp data={pairsData} />, pairs);
