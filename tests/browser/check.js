// The HTML report in Chromium: no overflow at 320 and 1280 px, no axe-core violation.
// usage: node check.js AXE.js PAGE.html…   Pictures are written beside each page.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { Chromium } = require('./chromium.js');

let passed = 0;
let failed = 0;
function judge(name, faults) {
	if (faults.length === 0) {
		passed += 1;
		return;
	}
	failed += 1;
	console.log(`failed: ${name}`);
	for (const fault of faults)
		console.log(`  ${fault}`);
}

async function check(browser, file, width, axe) {
	const page = await browser.open(width, 800, width < 600);
	await page.load(pathToFileURL(file).href);

	// The first screens: what a person looks at to see that it is readable.
	const picture = await page.send('Page.captureScreenshot', { captureBeyondViewport: true,
		clip: { x: 0, y: 0, width, height: 2400, scale: 1 } });
	fs.writeFileSync(file.replace(/\.html$/, `-${width}.png`), Buffer.from(picture.data, 'base64'));
	// What is to be unfolded is judged too.
	await page.evaluate(`document.querySelectorAll('details').forEach((e) => { e.open = true; })`);

	const size = await page.evaluate(`({ inner: document.documentElement.clientWidth,
		scroll: document.documentElement.scrollWidth, text: document.body.innerText.length })`);
	judge(`${file}: has text`, size.text > 500 ? [] : [`${size.text} characters`]);
	const wide = size.scroll <= size.inner ? [] : await page.evaluate(
		`[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > ${size.inner} + 1)
			.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))`);
	judge(`${file}: no horizontal overflow at ${width} px`,
		size.scroll <= size.inner ? [] : [`${size.scroll} px wide`, ...wide]);
	await page.evaluate(axe);
	const violations = await page.evaluate(`axe.run().then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + '\\n    ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join('\\n    ')))`);
	judge(`${file}: axe-core at ${width} px`, violations);
	await page.close();
}

async function main(browser, axeFile, pages) {
	const axe = fs.readFileSync(axeFile, 'utf8');
	for (const page of pages) {
		for (const width of [320, 1280])
			await check(browser, path.resolve(page), width, axe);
	}
}

const browser = new Chromium();
const limit = setTimeout(() => {
	judge('Chromium', ['no answer in 300 s']);
	end();
}, 300000);
async function end() {
	clearTimeout(limit);
	await browser.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
const [axeFile, ...pages] = process.argv.slice(2);
main(browser, axeFile, pages).catch((error) => judge('Chromium', [error.message])).finally(end);
