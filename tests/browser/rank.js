// The public site of a ranking, served: the search, tables that are sorted with the keyboard, and all of it without
// script, under a strict Content-Security-Policy. usage: node rank.js ADDRESS
'use strict';
const { Chromium } = require('./chromium.js');

async function type(page, text) {
	for (const letter of text)
		await page.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
}

async function until(page, expression) {
	for (let tries = 0; tries < 100; tries += 1) {
		const value = await page.evaluate(expression);
		if (value)
			return value;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return null;
}

const SHOWN = `document.querySelector('.find .shown').textContent`;
const FOUND = `[...document.querySelectorAll('.found a')].map((e) => [e.textContent, e.href])`;

async function search(browser, root, folder, faults) {
	const page = await browser.open(1280, 800);
	await page.load(`${root}${folder}index.html`);
	if (await page.evaluate(`document.querySelector('.find').hidden`))
		faults.push('the search is hidden');
	await page.evaluate(`document.querySelector('.find input').focus()`);
	// Letters without accents find those with; words stand in any order.
	await type(page, 'foret oeuil');
	const said = await until(page, SHOWN);
	const found = await page.evaluate(FOUND);
	if (found.length === 0 || !found.every(([name]) => name.includes('Œuilly') && name.includes('Forêt')))
		faults.push(`« foret oeuil » finds ${JSON.stringify(found.slice(0, 3))}, and says « ${said} »`);
	if (!said.includes(String(found.length)))
		faults.push(`${found.length} sites, and « ${said} »`);
	await type(page, ' zzzz');
	if (await until(page, `${FOUND}.length === 0 && ${SHOWN} !== ${JSON.stringify(said)}`) === null)
		faults.push('words that nothing has find something');
	if (found.length > 0) {
		await page.load(found[0][1]);
		const title = await page.evaluate(`document.querySelector('h1').textContent`);
		if (title !== found[0][0])
			faults.push(`the page of ${found[0][0]} is that of ${title}`);
	}
	await page.close();
}

async function press(page, key) {
	const code = key === 'Enter' ? { windowsVirtualKeyCode: 13, text: '\r' } : {};
	await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, ...code });
	await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, ...code });
}

async function sorting(browser, root, faults) {
	const page = await browser.open(1280, 800);
	const column = `[...document.querySelectorAll('tbody tr')].map((e) => Number(e.cells[2].dataset.value))`;
	await page.load(`${root}classement/acces-1.html`);
	const before = await page.evaluate(column);
	for (const [state, compare] of [['ascending', (a, b) => a - b], ['descending', (a, b) => b - a]]) {
		await page.evaluate(`document.querySelectorAll('thead button')[2].focus()`);
		await press(page, 'Enter');
		const now = await page.evaluate(column);
		const told = await page.evaluate(`document.querySelectorAll('thead th')[2].getAttribute('aria-sort')`);
		if (told !== state || JSON.stringify(now) !== JSON.stringify([...before].sort(compare)))
			faults.push(`${told} instead of ${state}: ${now.slice(0, 5)}`);
	}
	if (new Set(before).size < 5)
		faults.push('a table whose rows are all alike shows nothing');
	await page.close();
}

// What is sorted by hand is whole: every site is reached by links alone.
async function withoutScript(browser, root, faults) {
	const page = await browser.open(1280, 800);
	await page.send('Emulation.setScriptExecutionDisabled', { value: true });
	let rows = 0;
	for (let address = `${root}classement/acces-1.html`; address !== null;) {
		await page.load(address);
		const { root: { nodeId } } = await page.send('DOM.getDocument', { depth: 1 });
		const all = async (selector) => (await page.send('DOM.querySelectorAll', { nodeId, selector })).nodeIds;
		rows += (await all('tbody tr')).length;
		if ((await all('thead button')).length > 0 || (await all('form:not([hidden])')).length > 0)
			faults.push('a form that does nothing is shown');
		const links = await all('.pager li:last-child a');
		const last = links.length === 0 ? [] : (await page.send('DOM.getAttributes', { nodeId: links[0] })).attributes;
		const next = last.length === 0 ? null : new URL(last[last.indexOf('href') + 1], address).href;
		address = next;
	}
	const { root: { nodeId } } = await page.send('DOM.getDocument', { depth: 1 });
	if (rows < 200)
		faults.push(`${rows} rows are reached without script`);
	if (nodeId === 0)
		faults.push('no document');
	await page.close();
}

// Nothing that a strict policy would stop.
async function policy(browser, root, faults) {
	const page = await browser.open(1280, 800);
	const refused = [];
	await page.send('Log.enable');
	page.on('Log.entryAdded', ({ entry }) => refused.push(entry.text));
	await page.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] });
	page.on('Fetch.requestPaused', async ({ requestId, request, responseStatusCode, responseHeaders }) => {
		if (!request.url.startsWith(root))
			faults.push(`${request.url} is asked for`);
		await page.send('Fetch.continueResponse', { requestId, responseCode: responseStatusCode,
			responseHeaders: [...responseHeaders, { name: 'Content-Security-Policy',
				value: "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'" }] });
	});
	for (const path of ['index.html', 'classement/acces-1.html', 'progres.html'])
		await page.load(root + path);
	if (await page.evaluate(`document.querySelector('thead button') === null`))
		faults.push('the script does not run under a strict policy');
	faults.push(...refused);
	await page.close();
}

async function main(browser, root) {
	const faults = [];
	await search(browser, root, '', faults);
	await search(browser, root, 'en/', faults);
	await sorting(browser, root, faults);
	await withoutScript(browser, root, faults);
	await policy(browser, root, faults);
	return faults;
}

const browser = new Chromium();
main(browser, process.argv[2]).catch((error) => [error.message]).then(async (faults) => {
	await browser.close();
	for (const fault of faults)
		console.log(`failed: ranking: ${fault}`);
	console.log(faults.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
	process.exit(faults.length === 0 ? 0 : 1);
});
