// The HTML report in Chromium: no overflow at 320 and 1280 px, no axe-core violation in light, dark and print, a
// walk with the keyboard, the filter.
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

// Dark, then as printed: axe-core judges the colours again.
async function modes(browser, file, axe) {
	for (const [media, scheme] of [['screen', 'dark'], ['print', 'light']]) {
		const page = await browser.open(1280, 800);
		await page.send('Emulation.setEmulatedMedia',
			{ media, features: [{ name: 'prefers-color-scheme', value: scheme }] });
		await page.load(pathToFileURL(file).href);
		await page.evaluate(axe);
		const violations = await page.evaluate(
			`axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 160)))`);
		judge(`${file}: axe-core, ${media}, ${scheme}`, violations);
		await page.close();
	}
}

async function press(page, key) {
	const code = key === 'Tab' ? 9 : 13;
	const text = key === 'Enter' ? '\r' : undefined;
	await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, windowsVirtualKeyCode: code, text });
	await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code });
}

// The skip link first, then each stop is seen and has a visible outline; the skip link leads to the content.
async function keyboard(browser, file) {
	const page = await browser.open(1280, 800);
	const faults = [];
	await page.load(pathToFileURL(file).href);
	for (let stop = 0; stop < 40; stop += 1) {
		await press(page, 'Tab');
		// The page scrolls to the focus with the next frame.
		const at = await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
			const e = document.activeElement, box = e.getBoundingClientRect();
			done({ name: e.outerHTML.slice(0, 100), skip: e.className === 'skip', body: e === document.body,
				seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
				outline: getComputedStyle(e).outlineStyle !== 'none' }); })))`);
		if (at.body)
			break;
		if (stop === 0 && !at.skip)
			faults.push(`the first stop is ${at.name}`);
		if (!at.seen || !at.outline)
			faults.push(`${at.seen ? 'no outline' : 'not in sight'}: ${at.name}`);
	}
	await page.load(pathToFileURL(file).href);
	await press(page, 'Tab');
	await press(page, 'Enter');
	const where = await page.evaluate('document.activeElement.id');
	if (where !== 'contenu')
		faults.push(`the skip link leads to “${where}”`);
	judge(`${file}: keyboard`, faults);
	await page.close();
}

// Words that nothing has leave nothing; none at all leaves all. Each choice leaves what has it, and hides the rest.
async function filters(browser, file) {
	const page = await browser.open(1280, 800);
	await page.load(pathToFileURL(file).href);
	const faults = await page.evaluate(`(() => { const faults = [];
		for (const form of document.querySelectorAll('form.filter')) {
			const items = [...document.querySelectorAll(form.dataset.items)];
			const field = form.querySelector('input');
			const set = (control, value) => {
				control.value = value;
				control.dispatchEvent(new Event('input', { bubbles: true }));
			};
			const left = () => items.filter((e) => !e.hidden).length;
			const expect = (wanted, what) => {
				if (left() !== wanted)
					faults.push(form.dataset.items + ': ' + left() + ' of ' + items.length + ' left, ' + what);
			};
			if (form.hidden !== (items.length === 0))
				faults.push(form.dataset.items + ': the filter is ' + (form.hidden ? 'hidden' : 'of nothing'));
			set(field, 'qqqzzz');
			expect(0, 'for words that nothing has');
			set(field, '');
			expect(items.length, 'without words');
			for (const choice of form.querySelectorAll('select')) {
				for (const { value } of choice.options) {
					set(choice, value);
					expect(items.filter((e) => value === '' || e.dataset[choice.name].split(' ').includes(value)).length,
						choice.name + '=' + value);
				}
				set(choice, '');
			}
		}
		return faults; })()`);
	judge(`${file}: filters`, faults);
	await page.close();
}

async function main(browser, axeFile, pages) {
	const axe = fs.readFileSync(axeFile, 'utf8');
	for (const page of pages) {
		for (const width of [320, 1280])
			await check(browser, path.resolve(page), width, axe);
		await modes(browser, path.resolve(page), axe);
		await keyboard(browser, path.resolve(page));
		await filters(browser, path.resolve(page));
	}
}

const [axeFile, ...pages] = process.argv.slice(2);
const SECONDS = 180 * pages.length;
const browser = new Chromium();
const limit = setTimeout(() => {
	judge('Chromium', [`no answer in ${SECONDS} s`]);
	end();
}, 1000 * SECONDS);
async function end() {
	clearTimeout(limit);
	await browser.close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
main(browser, axeFile, pages).catch((error) => judge('Chromium', [error.message])).finally(end);
