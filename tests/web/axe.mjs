// Opens each page in Chromium, on screen, narrow and as print, and prints what axe-core finds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, ...pages] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const found = [];
for (const path of pages) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // the page lets no script run, and axe-core is one
  for (const [width, media] of [[1200, "screen"], [320, "screen"], [800, "print"]]) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaType(media);
    await page.goto(`file://${path}`);
    await page.evaluate(axe);
    const told = await page.evaluate((run) => globalThis.axe.run({ runOnly: run }), tags);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    for (const each of told.violations) {
      found.push(`${width} ${media} ${each.id}: ${each.nodes.map((n) => n.html).join(" ")}`);
    }
    if (overflow) found.push(`${width} ${media} scrolls sideways`);
    if (told.passes.length < 15) found.push(`only ${told.passes.length} rules were tried`);
  }
}
await browser.close();
console.log(JSON.stringify(found));
