// How soon the HTML report is shown and answers in Chromium. usage: node bench.js PAGE.html RUNS
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { Chromium } = require('./chromium.js');

// Milliseconds from the start of the navigation: read by the parser; first words on the screen; all done, and a frame
// after. Then how long a letter in the filter of the causes takes, until the frame that shows what is left.
const MEASURE = `new Promise((done) => {
	const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
	const measure = async () => {
		const [navigation] = performance.getEntriesByType('navigation');
		await frame();
		const ready = performance.now();
		const field = document.querySelector('#causes form.filter input');
		const start = performance.now();
		field.value = 'image';
		field.dispatchEvent(new Event('input', { bubbles: true }));
		await frame();
		const [paint] = performance.getEntriesByName('first-contentful-paint');
		done({ parsed: navigation.domInteractive, painted: paint?.startTime, ready, filtered: performance.now() - start });
	};
	if (document.readyState === 'complete')
		measure();
	else
		addEventListener('load', () => setTimeout(measure));
})`;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main(browser, file, runs) {
	const seen = [];
	for (let run = 0; run < runs; run += 1) {
		const page = await browser.open(1280, 800);
		await page.load(pathToFileURL(path.resolve(file)).href);
		seen.push(await page.evaluate(MEASURE));
		await page.close();
	}
	const of = (name) => `${median(seen.map((one) => one[name] ?? NaN)).toFixed(0)} ms`;
	console.log(`${file}: ${(fs.statSync(file).size / 1e6).toFixed(2)} MB; median of ${runs} loads: read ${of('parsed')}, ` +
		`first words ${of('painted')}, answers from ${of('ready')}, a letter in the filter ${of('filtered')}`);
}

const browser = new Chromium();
main(browser, process.argv[2], Number(process.argv[3])).catch((error) => {
	console.log(`html-bench: ${error.message}`);
	process.exitCode = 1;
}).finally(() => browser.close());
