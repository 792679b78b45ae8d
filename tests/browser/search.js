// The search of the site of documentation, by keyboard. usage: node search.js INDEX.html
'use strict';
const path = require('path');
const { pathToFileURL } = require('url');
const { Chromium } = require('./chromium.js');

async function type(page, text) {
	for (const letter of text)
		await page.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
}

async function main(browser, file) {
	const faults = [];
	const page = await browser.open(1280, 800, false);
	await page.load(pathToFileURL(path.resolve(file)).href);
	const shown = () => page.evaluate(`[...document.querySelectorAll('.theme li')].filter((e) => e.offsetParent !== null)
		.map((e) => e.textContent)`);
	const status = () => page.evaluate(`document.getElementById('trouve').textContent`);
	const all = (await shown()).length;
	if (all < 400)
		faults.push(`${all} rules at first`);
	await page.evaluate(`document.getElementById('mots').focus()`);
	await type(page, 'Legende RGAA');
	const found = await shown();
	// Letters without accents find those with.
	if (found.length === 0 || found.length > 20 || !found.every((text) => /légende/i.test(text) && text.includes('RGAA')))
		faults.push(`« Legende RGAA » shows ${found.length}: ${found.slice(0, 3)}`);
	if (await status() !== `${found.length} ${found.length > 1 ? 'règles trouvées' : 'règle trouvée'}`)
		faults.push(`the status says « ${await status()} »`);
	await type(page, ' zzzz');
	if ((await shown()).length !== 0 || await status() !== '0 règle trouvée')
		faults.push(`nothing to find, and « ${await status()} »`);
	const headings = await page.evaluate(`[...document.querySelectorAll('h2, h3')].filter((e) => e.offsetParent !== null).length`);
	if (headings !== 0)
		faults.push(`${headings} headings of empty lists`);
	await page.evaluate(`document.getElementById('mots').select()`);
	await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Delete', code: 'Delete', windowsVirtualKeyCode: 46 });
	if ((await shown()).length !== all || await status() !== '')
		faults.push('an empty search does not show all rules');
	await page.close();
	return faults;
}

const browser = new Chromium();
main(browser, process.argv[2]).catch((error) => [error.message]).then(async (faults) => {
	await browser.close();
	for (const fault of faults)
		console.log(`failed: search: ${fault}`);
	console.log(faults.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
	process.exit(faults.length === 0 ? 0 : 1);
});
